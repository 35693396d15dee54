using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;
using IpPlatform.Tenancy.Logos;
using IpPlatform.TestSupport;
using SkiaSharp;

namespace IpPlatform.UnitTests.Tenancy.Logos;

public sealed class LogoFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("ip-logo-");

    public LogoFolderTests() => Folder = _root.CreateSubdirectory("gulen").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Folder { get; }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task A_logo_is_exported_and_imports_as_the_same_and_a_new_picture_beside_the_old_hash_is_seen()
    {
        var logo = LogoImage.Read(Pictures.Of(SKEncodedImageFormat.Webp, 900, 300)).Picture!;
        var live = Overlay.Apply(Gulen(), [new ChangeLook(Logo: new MunicipalLogo("Kommunevåpenet", logo.Hash))]).Effective!;
        await TenantExport.WriteAsync(live, logo.Png, Folder, Ct);
        var again = Read();
        Assert.Equal(TenantJson.Canonical(live), again.Body);
        Assert.Equal(logo.Png, again.Logo!.Png);

        await File.WriteAllBytesAsync(Path.Combine(Folder, "logo.png"), Pictures.Of(SKEncodedImageFormat.Jpeg), Ct);
        var other = Read();
        Assert.NotEqual(again.Hash, other.Hash);
        Assert.Equal(new MunicipalLogo("Kommunevåpenet", LogoImage.Read(Pictures.Of(SKEncodedImageFormat.Jpeg)).Picture!.Hash), other.Municipality.Logo);
        Assert.Equal(["logo/hash"], ConfigurationDiff.Between(again.Municipality, other.Municipality).Select(change => change.Field));

        await TenantExport.WriteAsync(Gulen(), Folder, Ct);
        Assert.False(File.Exists(Path.Combine(Folder, "logo.png")));
        Assert.Null(Read().Municipality.Logo);
    }

    [Fact]
    public async Task What_is_wrong_with_a_logo_stands_at_its_file()
    {
        await TenantExport.WriteAsync(Gulen(), Folder, Ct);
        var picture = Path.Combine(Folder, "logo.png");
        await File.WriteAllBytesAsync(picture, Pictures.Of(SKEncodedImageFormat.Png), Ct);
        Assert.Equal([("tenant.json", EditErrorCode.LogoAlternative)], Errors());
        await File.WriteAllTextAsync(picture, "<svg/>", Ct);
        Assert.Equal([("tenant.json", EditErrorCode.LogoAlternative), ("logo.png", EditErrorCode.LogoDrawing)], Errors());
        await File.WriteAllBytesAsync(picture, new byte[LogoImage.MaxBytes + 1], Ct);
        Assert.Equal([("tenant.json", EditErrorCode.LogoAlternative), ("logo.png", EditErrorCode.LogoTooLarge)], Errors());

        await TenantExport.WriteAsync(Gulen() with { Logo = new MunicipalLogo(" ") }, Pictures.Of(SKEncodedImageFormat.Png), Folder, Ct);
        Assert.Equal([("tenant.json", EditErrorCode.LogoAlternative)], Errors());
        await TenantExport.WriteAsync(Gulen() with { Logo = new MunicipalLogo("Våpenet", "abc") }, Pictures.Of(SKEncodedImageFormat.Png), Folder, Ct);
        Assert.Equal([("tenant.json", EditErrorCode.LogoUnknown)], Errors());
        await TenantExport.WriteAsync(Gulen() with { Logo = new MunicipalLogo("Våpenet") }, Folder, Ct);
        Assert.Equal([("tenant.json", EditErrorCode.LogoUnknown)], Errors());
        await File.WriteAllBytesAsync(Path.Combine(Folder, "logo.jpg"), Pictures.Of(SKEncodedImageFormat.Jpeg), Ct);
        Assert.Equal([("logo.jpg", EditErrorCode.File), ("tenant.json", EditErrorCode.LogoUnknown)], Errors());
    }

    private static Municipality Gulen() => TenantFolder.ReadAll(Repository.At("tenants"), ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == "gulen").Municipality;

    private TenantFolder Read() => Assert.Single(TenantFolder.ReadAll(_root.FullName, ReservedSlugs.All).Folders);

    private (string File, string Code)[] Errors() => [.. TenantFolder.ReadAll(_root.FullName, ReservedSlugs.All).Errors.Select(error => (Path.GetFileName(error.File), error.Code))];
}
