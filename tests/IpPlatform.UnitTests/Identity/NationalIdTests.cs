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
    public void A_production_id_is_refused_in_a_local_run()
    {
        var real = Enumerable.Range(0, 999).Select(n => Make($"150185{n:000}")).First(id => id is not null)!;
        Assert.Equal("NATIONAL_ID_NOT_SYNTHETIC", new NationalIdPolicy(production: false).Check(real)?.Code);
    }

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

    private static string? Make(string nine)
    {
        var k1 = Check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
        if (k1 == 10) return null;
        var k2 = Check($"{nine}{k1}", [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
        return k2 == 10 ? null : $"{nine}{k1}{k2}";
    }

    private static int Check(string digits, int[] weights) => (11 - (weights.Select((weight, i) => weight * (digits[i] - '0')).Sum() % 11)) % 11;
}
