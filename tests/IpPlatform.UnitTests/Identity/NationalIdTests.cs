using IpPlatform.Domain.Identity;

namespace IpPlatform.UnitTests.Identity;

public sealed class NationalIdTests
{
    // Computed here, month + 80: they can belong to nobody.
    public static TheoryData<string> Synthetic { get; } = [.. Enumerable.Range(100, 20).Select(n => Make($"15{81 + (n % 12):00}85{n:000}")).Where(id => id is not null).Select(id => id!)];

    [Theory]
    [MemberData(nameof(Synthetic))]
    public void A_synthetic_id_is_taken_outside_production_only(string digits)
    {
        Assert.Null(new NationalIdPolicy(production: false).Check(digits));
        Assert.Equal("NATIONAL_ID_INVALID", new NationalIdPolicy(production: true).Check(digits)?.Code);
    }

    [Fact]
    public void A_production_id_is_taken_in_production_only()
    {
        var real = Enumerable.Range(0, 499).Select(n => Make($"150185{n:000}")).First(id => id is not null)!;
        Assert.Equal("NATIONAL_ID_NOT_SYNTHETIC", new NationalIdPolicy(production: false).Check(real)?.Code);
        Assert.Null(new NationalIdPolicy(production: true).Check(real));
    }

    [Theory]
    [InlineData("158154", 500, 749, 1854)]
    [InlineData("158199", 500, 749, 1899)]
    [InlineData("158100", 0, 499, 1900)]
    [InlineData("158199", 0, 499, 1999)]
    [InlineData("158140", 900, 999, 1940)]
    [InlineData("158199", 900, 999, 1999)]
    [InlineData("158100", 500, 999, 2000)]
    [InlineData("158139", 500, 999, 2039)]
    public void The_individual_number_says_in_which_century(string date, int first, int last, int year) =>
        Assert.All(Numbers(date, first, last), id => Assert.Equal(new DateOnly(year, 1, 15), Parsed(id).BirthDate));

    [Theory]
    [InlineData("158140", 500, 899)]
    [InlineData("158153", 500, 899)]
    [InlineData("158154", 750, 899)]
    [InlineData("158199", 750, 899)]
    public void Individual_numbers_that_were_never_handed_out_for_a_year_are_refused(string date, int first, int last) => AssertNone(date, first, last);

    [Theory]
    [InlineData("008185")]
    [InlineData("328185")]
    [InlineData("308285")]
    [InlineData("298285")]
    [InlineData("318485")]
    [InlineData("150085")]
    [InlineData("151385")]
    [InlineData("158085")]
    [InlineData("159385")]
    [InlineData("400185")]
    [InlineData("720185")]
    [InlineData("700285")]
    public void A_day_that_there_never_was_is_refused(string date) => AssertNone(date, 100, 199);

    [Fact]
    public void The_leap_day_is_a_day_in_leap_years_only()
    {
        Assert.All(Numbers("298284", 0, 499), id => Assert.Equal(new DateOnly(1984, 2, 29), Parsed(id).BirthDate));
        Assert.All(Numbers("298200", 500, 999), id => Assert.Equal(new DateOnly(2000, 2, 29), Parsed(id).BirthDate));
        AssertNone("298200", 0, 499);
    }

    [Theory]
    [InlineData("550185")]
    [InlineData("558185")]
    public void A_D_number_has_forty_added_to_the_day(string date) =>
        Assert.All(Numbers(date, 100, 199), id => Assert.Equal((new DateOnly(1985, 1, 15), date[2] == '8'), (Parsed(id).BirthDate, Parsed(id).IsSynthetic)));

    [Theory]
    [MemberData(nameof(Synthetic))]
    public void Every_single_wrong_digit_is_noticed(string digits)
    {
        for (var at = 0; at < 11; at++)
        for (var digit = '0'; digit <= '9'; digit++)
        {
            if (digits[at] == digit) continue;
            Assert.False(NationalId.TryParse(digits[..at] + digit + digits[(at + 1)..], out _));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234567890")]
    [InlineData("123456789012")]
    [InlineData("1581851abcd")]
    [InlineData("00000000000")]
    public void What_is_no_id_is_none(string? text) => Assert.False(NationalId.TryParse(text, out _));

    [Theory]
    [MemberData(nameof(Synthetic))]
    public void It_does_not_print_itself(string digits)
    {
        Assert.True(NationalId.TryParse(digits, out var id));
        Assert.DoesNotContain(digits, $"{id}", StringComparison.Ordinal);
    }

    private static NationalId Parsed(string text)
    {
        Assert.True(NationalId.TryParse(text, out var id));
        return id;
    }

    private static void AssertNone(string date, int first, int last) => Assert.All(Numbers(date, first, last), id => Assert.False(NationalId.TryParse(id, out _)));

    /// <summary>Those with right check digits; about five in six.</summary>
    private static string[] Numbers(string date, int first, int last)
    {
        string[] made = [.. Enumerable.Range(first, last - first + 1).Select(n => Make($"{date}{n:000}")).OfType<string>()];
        Assert.NotEmpty(made);
        return made;
    }

    private static string? Make(string nine)
    {
        var k1 = Check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
        if (k1 == 10) return null;
        var k2 = Check($"{nine}{k1}", [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
        return k2 == 10 ? null : $"{nine}{k1}{k2}";
    }

    private static int Check(string digits, int[] weights) => (11 - (weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11)) % 11;
}
