using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

/// <summary>Dwell times: visits to a state that are over, and visits that are not.</summary>
public sealed class LifecycleDwellTests
{
    private static readonly DateTimeOffset Start = new(2022, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly LifecycleMachine Machine = new("in", [new("in"), new("out") { IsFinal = true }], [new(["in"], "out", new ActivityTrigger("leave"))]);

    [Fact]
    public void DwellTimes_AllOver_AreThePlainQuartiles()
    {
        // R gives the median 2.5 of the times 1 to 4 (statistics.md, section 2.1): the middle of where the curve is on the level.
        LifecycleDwell dwell = Dwell([1, 2, 3, 4], []);

        Assert.Equal(new LifecycleDwell("in", 4, 4, 0, 2.5, 1.5, 2.5, 3.5), dwell);
        Assert.Equal("in: half of 4 visits end within 2.5 days; 0 are open", dwell.Describe());
    }

    [Fact]
    public void DwellTimes_OpenVisits_CountForAsLongAsTheyLasted()
    {
        // Survival .8 after 2, .6 after 4, .3 after 7 and 0 after 9; open visits of 4 (after those that end then) and of 5 days.
        LifecycleDwell dwell = Dwell([2, 4, 7, 9], [4]);

        Assert.Equal((5, 4, 1), (dwell.Visits, dwell.Completed, dwell.Open));
        Assert.Equal((4.0, 7.0, 9.0), (dwell.LowerQuartileDays, dwell.MedianDays, dwell.UpperQuartileDays));
        Assert.Equal(5.5, dwell.MeanCompletedDays);
    }

    [Fact]
    public void DwellTimes_MostlyOpen_SayThatTheMedianIsNotKnown()
    {
        LifecycleDwell dwell = Dwell([3], [5, 5, 5]);

        Assert.Equal((4, 1, 3), (dwell.Visits, dwell.Completed, dwell.Open));
        Assert.Equal((null, null), (dwell.MedianDays, dwell.UpperQuartileDays));
        Assert.Equal("in: 1 of 4 visits have ended, too few to know how long half of them last; 3 are open", dwell.Describe());
    }

    /// <summary>The curve is the product of the shares that last, worked out at each end anew.</summary>
    [Fact]
    public void DwellTimes_AnyVisits_AgreeWithThePlainEstimate() => Prop.ForAll(
        Gen.Choose(1, 12).ArrayOf().ToArbitrary(), Gen.Choose(1, 12).ArrayOf().ToArbitrary(), (completed, open) =>
        {
            LifecycleDwell dwell = Dwell(completed, open);
            return Close(dwell.LowerQuartileDays, Plain(completed, open, 3, 4)) && Close(dwell.MedianDays, Plain(completed, open, 1, 2)) && Close(dwell.UpperQuartileDays, Plain(completed, open, 1, 4));
        }).Check(Quick.Tests(500));

    private static bool Close(double? left, double? right) => left == right || Math.Abs(left!.Value - right!.Value) < 1e-9;

    // In whole numbers, so that a share of exactly a level is one.
    private static double? Plain(int[] completed, int[] open, int level, int of)
    {
        System.Numerics.BigInteger above = 1;
        System.Numerics.BigInteger below = 1;
        double? reached = null;
        foreach (int day in completed.Distinct().Order())
        {
            int atRisk = completed.Count(one => one >= day) + open.Count(one => one >= day);
            above *= atRisk - completed.Count(one => one == day);
            below *= atRisk;
            if (above * of < below * level)
            {
                return reached is double since ? (since + day) / 2 : day;
            }

            reached = above * of == below * level ? reached ?? day : null;
        }

        return reached is double last ? (last + open.Max()) / 2 : null;
    }

    private static LifecycleDwell Dwell(int[] completed, int[] open)
    {
        // An open visit has lasted so many days at the as-of moment.
        DateTimeOffset asOf = Start.AddDays(100);
        CustomerHistory[] customers =
        [
            .. completed.Select((days, i) => History($"c{i:D3}", Came($"c{i:D3}", Start), Came($"c{i:D3}", Start.AddDays(days)) with { Type = "leave" })),
            .. open.Select((days, i) => History($"o{i:D3}", Came($"o{i:D3}", asOf.AddDays(-days)))),
        ];
        return LifecycleResult.From(customers, asOf, new LifecycleOptions { Machine = Machine }).DwellTimes()[0];
    }

    private static CustomerActivity Came(string customer, DateTimeOffset at) => Bought(customer, at, null) with { Type = "come" };
}
