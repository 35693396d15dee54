using IpPlatform.Domain.Tenants;
using IpPlatform.Storage.Tenancy;
using IpPlatform.Tenancy.Edits;
using IpPlatform.Tenancy.Logos;
using IpPlatform.Tenancy.Texts;
using Microsoft.AspNetCore.Http;

namespace IpPlatform.Web.Configuration.Forms;

/// <summary>How the municipality's pages look, and in which languages they are offered.</summary>
/// <param name="logos">Where a logo that is sent is kept until it is published.</param>
public sealed class LookForm(LogoStore logos) : IConfigurationForm, ITakesFiles
{
    /// <summary>The field with the colours.</summary>
    public const string Theme = "theme";

    /// <summary>The field with the hash of the logo.</summary>
    public const string Logo = "logo-hash";

    /// <summary>The file with a new logo.</summary>
    public const string File = "logo-fil";

    /// <summary>The field with what is said to those who do not see the logo.</summary>
    public const string Alternative = "logo-alternative";

    /// <summary>The field that says whether the logo is to go.</summary>
    public const string Remove = "logo-remove";

    private string _own = "nn";
    private string? _fault;

    /// <summary>The field that says whether a language is offered; the municipality's own has none.</summary>
    public static string Offers(string language) => $"languages-{language}";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? Read(Municipality municipality)
    {
        _own = municipality.Language;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Theme] = FieldReader.Write(municipality.Theme ?? MunicipalTheme.Fjord),
            [Logo] = municipality.Logo?.Hash ?? "",
            [Alternative] = municipality.Logo?.Alternative ?? "",
            [Remove] = FieldReader.No,
        };
        foreach (var language in Others) fields[Offers(language)] = municipality.Offers(language) ? FieldReader.Yes : FieldReader.No;
        return fields;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, string>> TakeAsync(TenantId tenant, IFormFileCollection files, CancellationToken cancellationToken)
    {
        if (files[File] is not { Length: > 0 } file) return new Dictionary<string, string>();
        var reading = new LogoReading(null, EditErrorCode.LogoTooLarge);
        if (file.Length <= LogoImage.MaxBytes)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            reading = LogoImage.Read(content.ToArray());
        }

        _fault = reading.Code;
        if (reading.Picture is not { } picture) return new Dictionary<string, string>();
        await logos.SaveAsync(tenant, picture.Hash, picture.Png, cancellationToken);
        return new Dictionary<string, string> { [Logo] = picture.Hash, [Remove] = FieldReader.No };
    }

    /// <inheritdoc/>
    public WrittenEdits Edits(IReadOnlyDictionary<string, string> seen, IReadOnlyDictionary<string, string> written)
    {
        var read = new FieldReader(seen, written);
        var look = new ChangeLook(
            read.Changed(Theme) ? read.Choice<MunicipalTheme>(Theme) : null,
            read.Changed([.. Others.Select(Offers)]) ? [.. TextBlocks.Languages.Where(language => language == _own || read.YesOrNo(Offers(language)) == true)] : null,
            read.Given(Logo) is { } hash && read.Changed(Logo, Alternative) ? new MunicipalLogo(read.Text(Alternative), hash) : null,
            read.Changed(Remove) && read.YesOrNo(Remove) == true);
        if (_fault is { } fault) read.Unreadable(File, $"Edit_{fault}");
        else if (read.Given(Logo) is null && read.Given(Alternative) is not null) read.Unreadable(File, "Admin_LogoMissing");
        return new WrittenEdits(look == new ChangeLook() ? [] : [look], read.Unread);
    }

    /// <inheritdoc/>
    public string FieldOf(EditError error) => error switch
    {
        { Code: EditErrorCode.Languages } => Offers(Others.First()),
        { Field: "logo/alternative" } => Alternative,
        { Field: "logo/hash" or "logo" } => File,
        _ => Theme,
    };

    private IEnumerable<string> Others => TextBlocks.Languages.Where(language => language != _own);
}
