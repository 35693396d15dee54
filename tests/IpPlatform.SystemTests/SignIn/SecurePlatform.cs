using IpPlatform.SystemTests.Http;

namespace IpPlatform.SystemTests.SignIn;

/// <summary>A platform that people come to by https.</summary>
public sealed class SecurePlatform : OwnPlatform
{
    protected override string CertificateIn(string folder)
    {
        var file = Path.Combine(folder, "localhost.pem");
        LocalTrust.WriteCertificate(file);
        return file;
    }
}
