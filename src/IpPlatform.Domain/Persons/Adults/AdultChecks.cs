using IpPlatform.Domain.Decisions;

namespace IpPlatform.Domain.Persons.Adults;

/// <summary>What an adult's relation must say, whoever it is about: to be asked before the adult herself is looked up or registered.</summary>
public static class AdultChecks
{
    /// <summary>What is missing or wrong; null when nothing is.</summary>
    public static Refusal? Unfit(RegisterAdult command)
    {
        if (!Enum.IsDefined(command.Basis)) return new Refusal("ADULT_BASIS_MISSING");
        if (!Enum.IsDefined(command.Source)) return new Refusal("ADULT_SOURCE_MISSING");
        if (string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > PersonLimits.Name) return new Refusal("ADULT_NAME_MISSING");
        if (command.From == default) return new Refusal("ADULT_FROM_MISSING");
        if (command.To < command.From) return new Refusal("ADULT_ENDS_BEFORE_IT_STARTS");
        if (command.Reads && !command.Basis.IsResponsibility()) return new Refusal("ADULT_READING_NEEDS_RESPONSIBILITY");
        return command.Basis == AdultBasis.Guardian ? PersonTexts.Unfit(command.Mandate, new Refusal("ADULT_MANDATE_MISSING")) : null;
    }
}
