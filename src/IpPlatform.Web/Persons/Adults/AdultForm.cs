using IpPlatform.Domain.Aggregates;
using IpPlatform.Domain.Persons;
using IpPlatform.Domain.Persons.Adults;
using IpPlatform.Domain.Persons.Consents;
using IpPlatform.Web.Commands;

namespace IpPlatform.Web.Persons.Adults;

/// <summary>From a form on the page of the adults to a command, and back to the field where a refused one is corrected.</summary>
internal static class AdultForm
{
    /// <summary>The command, or null when the form is none of ours.</summary>
    public static PersonCommand? CommandOf(FormCommand form)
    {
        var fields = form.Fields;
        _ = Guid.TryParse(fields["relasjon"], out var relation);
        _ = Guid.TryParse(fields["vaksen"], out var holder);
        return form.Handling switch
        {
            "register" => new RegisterAdult(
                DerivedId.From(form.Request.Envelope.CommandId, "adult"), null, fields["namn"].ToString(), Chosen<AdultBasis>(fields["grunnlag"]), Chosen<AdultSource>(fields["kjelde"]), fields["mandat"],
                fields["innsyn"] == "ja", FormDates.Day(fields["fra"]) ?? default, FormDates.Day(fields["til"])),
            "end" => new EndAdult(relation, FormDates.Day(fields["siste"]) ?? default),
            "reading" => new SetAdultReading(relation, fields["innsyn"] == "ja", fields["kvifor"].ToString()),
            "answer" => new RecordHolderAnswer(holder, fields["svar"] == "ja", Chosen<Channel>(fields["korleis"])),
            "settle" => new SettleConsent(Chosen<SettlementGround>(fields["avgjerd"]), fields["grunn"].ToString(), fields["hoyrt"] == "ja"),
            _ => null,
        };
    }

    /// <summary>Id of the field that a refused command is corrected in.</summary>
    public static string FieldOf(FormFailure failure) => (failure.Handling, failure.Code) switch
    {
        ("register", "ADULT_BASIS_MISSING" or "ADULT_RESPONSIBILITY_DIFFERS" or "ADULT_EXISTS" or "ADULT_PERSON_OF_AGE") => "grunnlag",
        ("register", "ADULT_SOURCE_MISSING") => "kjelde",
        ("register", "ADULT_FROM_MISSING") => "fra",
        ("register", "ADULT_ENDS_BEFORE_IT_STARTS") => "til",
        ("register", "ADULT_MANDATE_MISSING" or "PERSON_TEXT_TOO_LONG") => "mandat",
        ("register", "ADULT_READING_PROTECTED" or "ADULT_READING_NEEDS_RESPONSIBILITY") => "innsyn",
        ("register", "ADULT_NAME_MISSING") => "namn",
        ("register", _) => "fnr",
        ("end", _) => $"siste-{failure.Typed.GetValueOrDefault("relasjon")}",
        ("reading", _) => $"kvifor-{failure.Typed.GetValueOrDefault("relasjon")}",
        ("answer", _) => $"korleis-{failure.Typed.GetValueOrDefault("vaksen")}",
        ("settle", "SETTLEMENT_REASON_MISSING" or "PERSON_TEXT_TOO_LONG") => "grunn",
        ("settle", "SETTLEMENT_OTHERS_UNHEARD") => "hoyrt",
        ("settle", _) => $"avgjerd-{SettlementGround.DailyCare}",
        _ => "innhald",
    };

    private static TEnum Chosen<TEnum>(string? value)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(value, out var chosen) ? chosen : default;
}
