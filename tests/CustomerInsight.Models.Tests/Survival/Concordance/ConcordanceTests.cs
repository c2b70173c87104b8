namespace CustomerInsight.Models.Tests;

public sealed class ConcordanceTests
{
    private static readonly Arbitrary<(int Rows, ulong Seed, bool Entries, bool Weights)> Data = (
        from rows in Gen.Choose(2, 50)
        from seed in Gen.Choose(0, 1_000_000)
        from entries in Gen.Elements(false, true)
        from weights in Gen.Elements(false, true)
        select (rows, (ulong)seed, entries, weights)).ToArbitrary();

    [SharedFact]
    public void Harrell_RossiAtCoxCoefficients_IsRs()
    {
        // R's concordance of coxph, Efron (reference/statistics.md, 2.1).
        double[] coefficients = [-0.3794221664859, -0.0574377426841, 0.3138997878425, -0.1497956976665, -0.4337038779373, -0.0848710825004, 0.0914970809853];
        SurvivalData rossi = SurvivalSets.RossiData();
        double[] risk = [.. Enumerable.Range(0, rossi.Features.Rows).Select(row => rossi.Features.Row(row).ToArray().Zip(coefficients, static (x, b) => x * b).Sum())];

        ConcordanceEstimate estimate = Concordance.Harrell(rossi.Times, risk);

        Assert.Equal(0.6403292470997, estimate.Value, 1e-12);
        Assert.Equal(0.0266581227726, estimate.StandardError, 1e-12);
    }

    [Fact]
    public void Harrell_AnyRows_IsTheCountOfAllPairs() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, data.Entries, data.Weights);
        double[] risk = Risks(data.Rows, data.Seed);
        int[] strata = [.. Enumerable.Range(0, data.Rows).Select(static row => row % 2)];
        Same(ByPairs(times, risk, null, null), Concordance.Harrell(times, risk));
        Same(ByPairs(times, risk, strata, null), Concordance.Harrell(times, risk, strata));
    }).Check(Quick.Tests(300));

    [Fact]
    public void Harrell_RowsInAnotherOrder_IsTheSame() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, data.Entries, data.Weights);
        double[] risk = Risks(data.Rows, data.Seed);
        int[] order = SurvivalSets.Order(data.Rows, data.Seed + 5);
        Assert.Equal(Concordance.Harrell(times, risk), Concordance.Harrell(times.Take(order), Array.ConvertAll(order, row => risk[row])));
    }).Check(Quick.Tests(100));

    [Fact]
    public void Uno_AnyRows_WeightsEachEventByTheChanceToSeeIt() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, weights: data.Weights);
        double[] risk = Risks(data.Rows, data.Seed);
        Same(ByPairs(times, risk, null, row => times.Exits[row] < 12 ? Math.Pow(Watched(times, times.Exits[row], before: true), -2) : 0), Concordance.Uno(times, risk, 12));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Uno_NobodyCensored_IsHarrells()
    {
        double[] exits = [.. Enumerable.Range(1, 40).Select(static i => (double)i)];
        var times = SurvivalTimes.Create(exits, [.. exits.Select(static _ => true)]);
        Same(Concordance.Harrell(times, Risks(40, 3)), Concordance.Uno(times, Risks(40, 3)));
    }

    [Fact]
    public void AreaAt_AnyRows_IsTheCountOfWeightedPairs() => Prop.ForAll(Data, data =>
    {
        SurvivalTimes times = SurvivalSets.Random(data.Rows, data.Seed, weights: data.Weights);
        double[] risk = Risks(data.Rows, data.Seed);
        double ordered = 0;
        double all = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            for (int j = 0; j < data.Rows; j++)
            {
                if (times.Exits[i] <= 9 && times.Ends[i] != 0 && times.Exits[j] > 9)
                {
                    double pair = Weight(times, i) * Weight(times, j) / Watched(times, times.Exits[i], before: true);
                    all += pair;
                    ordered += risk[i] > risk[j] ? pair : risk[i] == risk[j] ? pair / 2 : 0;
                }
            }
        }

        Assert.Equal(ordered / all, Concordance.AreaAt(times, risk, 9), 1e-10);
    }).Check(Quick.Tests(200));

    [Fact]
    public void Harrell_KnownRisks_IsOneOrAHalfOrNone()
    {
        var times = SurvivalTimes.Create([1, 2, 3], [true, true, true]);
        Assert.Equal(1, Concordance.Harrell(times, [3, 2, 1]).Value);
        Assert.Equal(0, Concordance.Harrell(times, [1, 2, 3]).Value);
        Assert.Equal(0.5, Concordance.Harrell(times, [7, 7, 7]).Value);
        Assert.True(double.IsNaN(Concordance.Harrell(SurvivalTimes.Create([1, 2], [false, false]), [1, 2]).Value));
        Assert.True(double.IsNaN(Concordance.Harrell(SurvivalTimes.Create([], []), []).StandardError));
        Assert.Equal(3, Concordance.Harrell(SurvivalTimes.Create([1, 1, 1], [true, true, true]), [1, 2, 3]).TiedTimes);
    }

    [Fact]
    public void Measures_WrongArguments_AreRefused()
    {
        var times = SurvivalTimes.Create([2, 3], [true, true]);
        var late = SurvivalTimes.Create([2, 3], [true, true], [0, 1]);
        Assert.Throws<ArgumentException>(() => Concordance.Harrell(times, [1]));
        Assert.Throws<ArgumentException>(() => Concordance.Harrell(times, [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Concordance.Harrell(times, [1, 2], [0]));
        Assert.Throws<ArgumentException>(() => Concordance.Uno(late, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Concordance.Uno(times, [1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Concordance.AreaAt(times, [1, 2], 0));
    }

    internal static double Watched(SurvivalTimes times, double time, bool before)
    {
        double product = 1;
        foreach (double at in times.Exits.ToArray().Distinct().Where(at => before ? at < time : at <= time).Order())
        {
            double risk = 0;
            double censored = 0;
            for (int row = 0; row < times.Count; row++)
            {
                bool isCensored = times.Exits[row] == at && times.Ends[row] == 0;
                risk += times.Exits[row] > at || isCensored ? Weight(times, row) : 0;
                censored += isCensored ? Weight(times, row) : 0;
            }

            product *= risk > 0 ? 1 - (censored / risk) : 1;
        }

        return product;
    }

    internal static double Weight(SurvivalTimes times, int row) => times.Weights.IsEmpty ? 1 : times.Weights[row];

    internal static double[] Risks(int rows, ulong seed)
    {
        var random = new SeededRandom(seed + 77);
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(12) / 2.0)];
    }

    private static void Same(ConcordanceEstimate expected, ConcordanceEstimate found)
    {
        Assert.Equal(expected.Concordant, found.Concordant, 1e-8);
        Assert.Equal(expected.Discordant, found.Discordant, 1e-8);
        Assert.Equal(expected.TiedRisks, found.TiedRisks, 1e-8);
        Assert.Equal(expected.TiedTimes, found.TiedTimes, 1e-8);
        Assert.Equal(expected.Value, found.Value, 1e-8);
        Assert.Equal(expected.StandardError, found.StandardError, 1e-8);
    }

    private static ConcordanceEstimate ByPairs(SurvivalTimes times, double[] risk, int[]? strata, Func<int, double>? factor)
    {
        int n = times.Count;
        double[,] score = new double[n, n];
        double[,] pairs = new double[n, n];
        (double concordant, double discordant, double tied, double tiedTimes) = (0, 0, 0, 0);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                bool apart = i == j || (strata is not null && strata[i] != strata[j]);
                if (apart || times.Ends[i] == 0)
                {
                    continue;
                }

                double time = times.Exits[i];
                double pair = Weight(times, i) * Weight(times, j);
                tiedTimes += times.Exits[j] == time && times.Ends[j] != 0 ? pair / 2 : 0;
                bool later = times.Exits[j] > time || (times.Exits[j] == time && times.Ends[j] == 0);
                if (!later || (!times.Entries.IsEmpty && times.Entries[j] >= time))
                {
                    continue;
                }

                pair *= factor?.Invoke(i) ?? 1;
                concordant += risk[i] > risk[j] ? pair : 0;
                discordant += risk[i] < risk[j] ? pair : 0;
                tied += risk[i] == risk[j] ? pair : 0;
                double own = pair * (risk[i] > risk[j] ? 1 : risk[i] == risk[j] ? 0.5 : 0);
                score[i, j] += own;
                score[j, i] += own;
                pairs[i, j] += pair;
                pairs[j, i] += pair;
            }
        }

        double all = concordant + discordant + tied;
        double value = (concordant + (tied / 2)) / all;
        double variance = Enumerable.Range(0, n).Sum(i => Math.Pow(Enumerable.Range(0, n).Sum(j => score[i, j] - (value * pairs[i, j])) / all, 2));
        return new ConcordanceEstimate(value, Math.Sqrt(variance), concordant, discordant, tied, tiedTimes);
    }
}
