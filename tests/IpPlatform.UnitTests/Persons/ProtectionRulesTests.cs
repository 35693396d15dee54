using IpPlatform.Domain.Persons.Protection;

namespace IpPlatform.UnitTests.Persons;

/// <summary>S-07: the level is set with a reason, and a report can only make it stronger.</summary>
public sealed class ProtectionRulesTests
{
    private readonly PersonRules _rules = new(40);

    [Fact]
    public void A_handler_sets_it_up_and_down_with_a_reason()
    {
        Assert.Equal("PROTECTION_REASON_MISSING", _rules.Try(new SetProtection(ProtectionLevel.Confidential, ""))?.Code);
        Assert.Equal("PROTECTION_LEVEL_MISSING", _rules.Try(new SetProtection((ProtectionLevel)7, "Feil"))?.Code);
        _rules.Do(new SetProtection(ProtectionLevel.StrictlyConfidential, "Sett i Folkeregisteret"));
        Assert.Equal("PROTECTION_SET_BEFORE", _rules.Try(new SetProtection(ProtectionLevel.StrictlyConfidential, "Igjen"))?.Code);
        _rules.Do(new SetProtection(ProtectionLevel.None, "Oppheva"));
        Assert.Equal(ProtectionLevel.None, _rules.State.Protection);
    }

    [Fact]
    public void What_is_told_in_a_report_makes_it_stronger_and_never_weaker()
    {
        _rules.Do(new TellProtection(ProtectionLevel.StrictlyConfidential));
        Assert.Equal("PROTECTION_SET_BEFORE", _rules.Try(new TellProtection(ProtectionLevel.Confidential))?.Code);
        Assert.Equal("PROTECTION_SET_BEFORE", _rules.Try(new TellProtection(ProtectionLevel.None))?.Code);
        Assert.Equal(ProtectionLevel.StrictlyConfidential, _rules.State.Protection);
    }
}
