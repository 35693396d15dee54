using System.Security.Cryptography;

namespace IpPlatform.Local;

/// <summary>Keys of a development run, made once into a folder that only its owner can read.</summary>
public sealed class DevelopmentKeys
{
    /// <summary>Makes what is missing.</summary>
    public DevelopmentKeys(string dataFolder)
    {
        Folder = Path.Combine(dataFolder, "keys");
        Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var name in (string[])["edge.key", "master.key"]) Make(name, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        foreach (var name in (string[])["app", "provisioner", "super"]) Make($"{name}.password", () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        foreach (var name in (string[])["citizens", "staff"]) MakePair(name);
    }

    /// <summary>Where they are.</summary>
    public string Folder { get; }

    /// <summary>Path of one.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>A generated password.</summary>
    public string Password(string name) => System.IO.File.ReadAllText(File($"{name}.password"));

    private void MakePair(string name)
    {
        if (System.IO.File.Exists(File($"{name}.public.pem"))) return;
        using var rsa = RSA.Create(2048);
        Make($"{name}.pem", rsa.ExportPkcs8PrivateKeyPem);
        Make($"{name}.public.pem", () =>
        {
            using var kept = RSA.Create();
            kept.ImportFromPem(System.IO.File.ReadAllText(File($"{name}.pem")));
            return kept.ExportSubjectPublicKeyInfoPem();
        });
    }

    private void Make(string name, Func<string> content)
    {
        if (System.IO.File.Exists(File(name))) return;
        // Whole or not at all, also when this is killed in the middle.
        var partial = File($"{name}.partial");
        System.IO.File.WriteAllText(partial, content());
        System.IO.File.SetUnixFileMode(partial, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        System.IO.File.Move(partial, File(name), overwrite: true);
    }
}
