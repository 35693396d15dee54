using CsCheck;
using IpPlatform.Domain.Tenants;

namespace IpPlatform.UnitTests.Tenants;

public sealed class TenantOperationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Kari = new(1, 0, 0, new byte[8]);
    private static readonly Guid Ola = new(2, 0, 0, new byte[8]);

    [Fact]
    public void The_second_key_takes_it_into_use_and_the_state_remembers_both()
    {
        var one = After(TenantOperation.Trial, Begin(OperationParty.Municipality, Kari));
        Assert.False(one.InOperation);
        var both = After(one, Begin(OperationParty.Operator, Ola, minutes: 5));
        Assert.Equal((true, null, null), (both.InOperation, both.Municipality, both.Operator));
        Assert.Equal((Kari, Ola, Noon.AddMinutes(5)), (both.Agreed!.Municipality.Person, both.Agreed.Operator.Person, both.Agreed.At));
    }

    [Fact]
    public void Out_of_use_takes_both_keys_too_and_each_says_why()
    {
        var inUse = After(After(TenantOperation.Trial, Begin(OperationParty.Municipality, Kari)), Begin(OperationParty.Operator, Ola));
        Assert.Equal("REASON_MISSING", RefusalOf(inUse, End(OperationParty.Municipality, Kari, reason: null)));
        // What is missing keeps nobody in operation.
        var one = After(inUse, End(OperationParty.Operator, Ola) with { Unmet = 3 });
        Assert.True(one.InOperation);
        Assert.False(After(one, End(OperationParty.Municipality, Kari)).InOperation);
    }

    [Fact]
    public void Nobody_turns_both_keys_whichever_comes_first()
    {
        foreach (var (first, second) in new[] { (OperationParty.Municipality, OperationParty.Operator), (OperationParty.Operator, OperationParty.Municipality) })
        {
            Assert.Equal("OPERATION_SAME_PERSON", RefusalOf(After(TenantOperation.Trial, Begin(first, Kari)), Begin(second, Kari)));
        }
    }

    [Fact]
    public void What_is_missing_or_not_confirmed_keeps_it_a_trial()
    {
        var turn = Begin(OperationParty.Municipality, Kari);
        Assert.Equal("OPERATION_NOT_READY", RefusalOf(TenantOperation.Trial, turn with { Unmet = 1 }));
        foreach (var left in OperationConfirmations.Of(OperationParty.Municipality))
        {
            Assert.Equal("OPERATION_UNCONFIRMED", RefusalOf(TenantOperation.Trial, turn with { Key = turn.Key with { Confirmed = [.. turn.Key.Confirmed.Where(confirmed => confirmed != left)] } }));
        }

        // What the municipality confirms is not the operator's to confirm.
        Assert.Equal("OPERATION_UNCONFIRMED", RefusalOf(TenantOperation.Trial, turn with { Party = OperationParty.Operator }));
    }

    [Fact]
    public void A_key_is_taken_back_while_it_waits_and_only_then()
    {
        Assert.Equal("OPERATION_NOT_TURNED", RefusalOf(TenantOperation.Trial, new TakeKeyBack(OperationParty.Municipality)));
        var one = After(TenantOperation.Trial, Begin(OperationParty.Municipality, Kari));
        Assert.Equal("OPERATION_TURNED", RefusalOf(one, Begin(OperationParty.Municipality, Ola)));
        Assert.Equal("OPERATION_NOT_TURNED", RefusalOf(one, new TakeKeyBack(OperationParty.Operator)));
        Assert.Equal(TenantOperation.Trial, After(one, new TakeKeyBack(OperationParty.Municipality)));
        Assert.Equal("OPERATION_ALREADY", RefusalOf(TenantOperation.Trial, End(OperationParty.Municipality, Kari)));
    }

    [Fact]
    public void Whatever_is_asked_in_whatever_order_it_turns_only_by_two_parties_and_two_people()
    {
        var commands = Gen.Select(Gen.Enum<OperationParty>(), Gen.OneOf(Gen.Const(Kari), Gen.Const(Ola)), Gen.Int[0, 2], (party, person, what) =>
            (OperationCommand)(what switch { 0 => Begin(party, person), 1 => End(party, person), _ => new TakeKeyBack(party) }));
        commands.Array[0, 40].Sample(asked =>
        {
            var state = TenantOperation.Trial;
            foreach (var command in asked)
            {
                var decision = TenantOperation.Decide(state, command);
                var next = decision.Events.Aggregate(state, TenantOperation.Evolve);
                if (next.InOperation != state.InOperation)
                {
                    Assert.NotEqual(next.Agreed!.Municipality.Person, next.Agreed.Operator.Person);
                    Assert.Equal((null, null), (next.Municipality, next.Operator));
                }

                Assert.False(next is { Municipality: not null, Operator: not null });
                if (decision.Refusal is not null) Assert.Equal(state, next);
                state = next;
            }
        });
    }

    private static TurnKey Begin(OperationParty party, Guid person, int minutes = 0) =>
        new(party, IntoOperation: true, new OperationKey($"x/{person}", person, Noon.AddMinutes(minutes), OperationConfirmations.Of(party)), Unmet: 0);

    private static TurnKey End(OperationParty party, Guid person, string? reason = "Vi ventar til våren") =>
        new(party, IntoOperation: false, new OperationKey($"x/{person}", person, Noon, [], reason), Unmet: 0);

    private static TenantOperation After(TenantOperation state, OperationCommand command)
    {
        var decision = TenantOperation.Decide(state, command);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, TenantOperation.Evolve);
    }

    private static string? RefusalOf(TenantOperation state, OperationCommand command) => TenantOperation.Decide(state, command).Refusal?.Code;
}
