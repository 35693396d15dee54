namespace IpPlatform.Tenancy.Logos;

/// <summary>A logo as it is served.</summary>
/// <param name="Png">The picture.</param>
/// <param name="Hash">SHA-256 of it, in hexadecimal.</param>
public sealed record LogoPicture(byte[] Png, string Hash);

/// <summary>What became of a file that was sent as a logo: a picture, or what is wrong with it.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Code">One of <see cref="Edits.EditErrorCode"/>.</param>
public sealed record LogoReading(LogoPicture? Picture, string? Code = null);
