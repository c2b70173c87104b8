namespace CustomerInsight.Matching.Tests;

public class ExpectationMaximizationTests
{
    private static readonly double[][] M = [[0.9, 0.06, 0.04], [0.8, 0.2], [0.7, 0.2, 0.1]];
    private static readonly double[][] U = [[0.01, 0.04, 0.95], [0.05, 0.95], [0.02, 0.08, 0.9]];

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void Run_PatternsInTheirExpectedShares_FindsTheNumbersTheyCameFrom(double share)
    {
        var learning = new ExpectationMaximization(Expected(share, 100_000_000), U, new bool[3], priorStrength: 0);

        learning.Run(10_000, CancellationToken.None);

        Assert.True(learning.Converged);
        Assert.Equal(share, learning.Share, 1e-3);
        for (int i = 0; i < M.Length; i++)
        {
            for (int level = 0; level < M[i].Length; level++)
            {
                Assert.Equal(M[i][level], learning.M[i]![level], 5e-3);
            }
        }
    }

    [Fact]
    public void Run_StoppedAtTheLimit_SaysItHasNotConverged()
    {
        var learning = new ExpectationMaximization(Expected(0.1, 1_000_000), U, new bool[3], priorStrength: 0);

        learning.Run(2, CancellationToken.None);

        Assert.False(learning.Converged);
        Assert.Equal(2, learning.Iterations);
    }

    [Fact]
    public void Run_AComparisonThatTakesNoPart_IsNotLearned()
    {
        var learning = new ExpectationMaximization(Expected(0.1, 1_000_000), [U[0], null, U[2]], new bool[3], priorStrength: 0);

        learning.Run(1000, CancellationToken.None);

        Assert.Null(learning.M[1]);
        Assert.Equal(M[0][0], learning.M[0]![0], 0.05);
    }

    [Fact]
    public void Run_MissingValues_SayNothing()
    {
        var codec = new PatternCodec([2]);
        var learning = new ExpectationMaximization(new PatternCounts(codec, [new(0, 1000)]), [[0.1, 0.9]], new bool[1], priorStrength: 10);

        learning.Run(5, CancellationToken.None);

        Assert.Equal(Expectations.M(2), learning.M[0]);
        Assert.Equal(0.2, learning.Share, 1e-9);
    }

    [Fact]
    public void Run_MatchesStrangersAndRelatives_TellsTheThreeApart()
    {
        // The second comparison is of what a household shares; the other two are a person's own.
        double[] h = [0.9, 0.1];
        var codec = new PatternCodec([3, 2, 3]);
        var counts = from a in Enumerable.Range(0, 3)
                     from b in Enumerable.Range(0, 2)
                     from c in Enumerable.Range(0, 3)
                     let match = 0.3 * M[0][a] * M[1][b] * M[2][c]
                     let relative = 0.2 * U[0][a] * h[b] * U[2][c]
                     let stranger = 0.5 * U[0][a] * U[1][b] * U[2][c]
                     select new KeyValuePair<UInt128, long>((UInt128)(a + 1 + (4 * (b + 1)) + (12 * (c + 1))), (long)Math.Round(1e9 * (match + relative + stranger)));
        var learning = new ExpectationMaximization(new PatternCounts(codec, counts), U, [false, true, false], priorStrength: 0);

        learning.Run(100_000, CancellationToken.None);

        Assert.Equal(0.3, learning.Share, 2e-3);
        Assert.Equal(M[0][0], learning.M[0]![0], 5e-3);
        Assert.Equal(M[2][0], learning.M[2]![0], 5e-3);

        // Relatives and strangers differ in one comparison only, so their shares show in its agreement together, not one by one.
        double agreeing = (learning.HouseholdShare * learning.H[1]![0]) + ((0.7 - learning.HouseholdShare) * U[1][0]);
        Assert.Equal((0.2 * 0.9) + (0.5 * 0.05), agreeing, 5e-3);
        Assert.Null(learning.H[0]);
    }

    [Fact]
    public void Run_NothingOfAPersonsOwn_DoesNotTellHouseholdsApart()
    {
        var learning = new ExpectationMaximization(Expected(0.1, 1_000_000), U, [true, true, true], priorStrength: 0);

        learning.Run(1000, CancellationToken.None);

        Assert.Equal(0, learning.HouseholdShare);
    }

    [Fact]
    public void BitsOfOwn_OfAClassThatAgreesByChance_AreNone()
    {
        var strangers = new ExpectationMaximization(Expected(0, 1_000_000), U, [false, true, true], priorStrength: 0);
        var matches = new ExpectationMaximization(Expected(0.5, 1_000_000), U, [false, true, true], priorStrength: 0);

        strangers.Run(5000, CancellationToken.None);
        matches.Run(5000, CancellationToken.None);

        Assert.InRange(strangers.BitsOfOwn(), 0, 1);
        Assert.True(matches.BitsOfOwn() > 4);
    }

    [Fact]
    public void Expectations_OfAnyLadder_AreDistributionsThatFallAndRise()
    {
        for (int levels = 2; levels <= 12; levels++)
        {
            Assert.Equal(1, Expectations.M(levels).Sum(), 1e-12);
            Assert.Equal(1, Expectations.U(levels).Sum(), 1e-12);
            Assert.All(Expectations.U(levels), u => Assert.True(u > 0));
            Assert.True(Expectations.M(levels)[0] > Expectations.U(levels)[0]);
            Assert.True(Expectations.M(levels)[^1] < Expectations.U(levels)[^1]);
        }
    }

    [Fact]
    public void PatternCodec_MoreComparisonsThanItHolds_SaysWhatToDo()
    {
        Assert.Equal(40, new PatternCodec([.. Enumerable.Repeat(7, 40)]).LevelCounts.Count);
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new PatternCodec([.. Enumerable.Repeat(7, 60)]));
        Assert.Contains("60 comparisons", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Blend_LevelsNeverSeen_StayAboveNothing(double strength)
    {
        double[] blended = Expectations.Blend([1_000_000, 0, 0], Expectations.U(3), strength);

        Assert.All(blended, share => Assert.InRange(share, 1e-8, 1));
        Assert.Equal(1, blended.Sum(), 1e-12);
        Assert.Equal(Expectations.U(3), Expectations.Blend([0, 0, 0], Expectations.U(3), 0));
    }

    [Fact]
    public void PatternCodec_AnyLevels_ComeBack()
    {
        var codec = new PatternCodec([3, 2, 7]);
        UInt128 code = (1 + 1) + (4 * (0 + 1)) + (12 * (6 + 1));

        Assert.Equal([1, 0, 6], Enumerable.Range(0, 3).Select(i => codec.Level(code, i)));
        Assert.Equal(CompiledComparison.Missing, codec.Level(0, 2));
    }

    private static PatternCounts Expected(double share, double pairs)
    {
        var codec = new PatternCodec([3, 2, 3]);
        var counts = from a in Enumerable.Range(0, 3)
                     from b in Enumerable.Range(0, 2)
                     from c in Enumerable.Range(0, 3)
                     let match = share * M[0][a] * M[1][b] * M[2][c]
                     let other = (1 - share) * U[0][a] * U[1][b] * U[2][c]
                     select new KeyValuePair<UInt128, long>((UInt128)(a + 1 + (4 * (b + 1)) + (12 * (c + 1))), (long)Math.Round(pairs * (match + other)));
        return new PatternCounts(codec, counts);
    }
}
