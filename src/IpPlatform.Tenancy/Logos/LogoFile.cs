using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Files;

namespace IpPlatform.Tenancy.Logos;

/// <summary>A municipality's logo in its folder, judged as one that is sent.</summary>
/// <param name="Picture">As it is served.</param>
/// <param name="Body">As it stands there.</param>
internal sealed record LogoFile(LogoPicture Picture, byte[] Body)
{
    /// <summary>Its name.</summary>
    public const string Name = "logo.png";

    /// <summary>The logo of a folder; null when there is none, or when it is wrong, which is added to the errors.</summary>
    public static LogoFile? Read(string folder, Municipality? municipality, ICollection<TenantFileError> errors)
    {
        var path = Path.Combine(folder, Name);
        foreach (var other in Directory.EnumerateFiles(folder, "logo.*").Where(file => file != path)) Add(other, EditErrorCode.File, $"A logo stands in {Name}.");
        var (told, main) = (municipality?.Logo, Path.Combine(folder, TenantFolder.MainFile));
        if (!File.Exists(path))
        {
            if (told is not null) Add(main, EditErrorCode.LogoUnknown, $"There is no {Name} beside it.", "logo");
            return null;
        }

        if (municipality is not null && told is null) Add(main, EditErrorCode.LogoAlternative, $"{Name} has no alternative text: say it in logo/alternative.", "logo");
        // The size is judged before the file is read: a folder may hold anything.
        var body = new FileInfo(path).Length > LogoImage.MaxBytes ? null : File.ReadAllBytes(path);
        var reading = body is null ? new LogoReading(null, EditErrorCode.LogoTooLarge) : LogoImage.ReadExported(body, told?.Hash);
        if (reading.Code is { } code) Add(path, code, $"This is no logo ({code}): a PNG, JPEG or WebP of at most {LogoImage.MaxBytes} bytes and {LogoImage.MaxSide} pixels to a side, with nothing behind the picture.");
        return reading.Picture is { } picture ? new LogoFile(picture, body!) : null;

        void Add(string file, string code, string message, string field = "") => errors.Add(new TenantFileError(file, 1, 1, message) { Code = code, Field = field });
    }
}
