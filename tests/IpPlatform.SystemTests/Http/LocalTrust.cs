using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IpPlatform.SystemTests.Http;

/// <summary>https on this machine.</summary>
internal static class LocalTrust
{
    private const string Subject = "CN=localhost";

    /// <summary>Takes what a test has written for its platform.</summary>
    public static SslClientAuthenticationOptions Options => new() { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == Subject };

    /// <summary>Writes a certificate for localhost, with its key.</summary>
    public static void WriteCertificate(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }
}
