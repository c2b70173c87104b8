using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class BinMethodTests
{
    private static readonly Gen<int> Days = Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(0, 60));

    private static readonly Arbitrary<(int[] Bins, int[] Days, int[] Cents)> Data = (
        from bins in Gen.Choose(2, 10).ArrayOf(3)
        from days in Days.ArrayOf(33)
        from cents in Gen.Choose(1, 60).ArrayOf(33)
        select (bins, days, cents)).ToArbitrary();

    [Fact]
    public void Ntile_TiesSplit_GivesRanksCutIntoEqualNumbers() => Prop.ForAll(Data, data =>
    {
        PurchaseTable table = Of(data.Days, data.Cents);
        var result = RfmResult.Of(table, new RfmEstimator(Options(data.Bins, BinMethod.Ntile)));
        return result.Fit.Model is null
            || (Ranked(table, row => -row.DaysSinceLast, data.Bins[0]).SequenceEqual(result.Customers.Select(score => score.Recency.Score))
                && Ranked(table, row => row.Orders, data.Bins[1]).SequenceEqual(result.Customers.Select(score => score.Frequency.Score))
                && Ranked(table, row => (double)row.Revenue, data.Bins[2]).SequenceEqual(result.Customers.Select(score => score.Monetary.Score)));
    }).Check(Quick.Tests(500));

    [Fact]
    public void Ntile_TiesTogether_GivesEachTheScoreOfTheWorstRankedOfItsEquals() => Prop.ForAll(Data, data =>
    {
        PurchaseTable table = Of(data.Days, data.Cents);
        RfmOptions options = Options(data.Bins, BinMethod.Ntile);
        options.Ties = TiePolicy.Together;
        var result = RfmResult.Of(table, new RfmEstimator(options));
        return result.Fit.Model is not RfmModel model
            || (Worst(table, row => -row.DaysSinceLast, data.Bins[0]).SequenceEqual(result.Customers.Select(score => score.Recency.Score))
                && Worst(table, row => row.Orders, data.Bins[1]).SequenceEqual(result.Customers.Select(score => score.Frequency.Score))
                && Worst(table, row => (double)row.Revenue, data.Bins[2]).SequenceEqual(result.Customers.Select(score => score.Monetary.Score))
                && model.Score(table).Customers.SequenceEqual(result.Customers));
    }).Check(Quick.Tests(500));

    [Theory]
    [InlineData(BinMethod.Quantiles)]
    [InlineData(BinMethod.RPackageRfm)]
    public void Score_TableOfTheFit_EqualsTheFitsOwnScores(BinMethod method) => Prop.ForAll(Data, data =>
    {
        PurchaseTable table = Of(data.Days, data.Cents);
        var result = RfmResult.Of(table, new RfmEstimator(Options(data.Bins, method)));
        return result.Fit.Model is not RfmModel model
            || (model.Score(table).Customers.SequenceEqual(result.Customers)
                && table.Customers.Select(row => model.Score(row)).SequenceEqual(result.Customers)
                && model.Bins == new RfmBins(data.Bins[0], data.Bins[1], data.Bins[2]));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Ntile_SplitTie_SaysSo()
    {
        PurchaseTable table = Table([.. Enumerable.Range(0, 30).Select(i => History($"c{i:D2}", Bought("c", i, i + 1m), Bought("c", 40 + (i % 2), 1m)))]);
        PurchaseTable mixed = Table([.. Enumerable.Range(0, 30).Select(i => History($"c{i:D2}", i < 3 ? [Bought("c", i, i + 1m)] : [Bought("c", i, i + 1m), Bought("c", 40, 1m)]))]);

        Assert.Equal(["one-value"], RfmResult.Of(table, new RfmEstimator(new() { Method = BinMethod.Ntile })).Fit.Report.Warnings.Select(warning => warning.Code));
        RfmScore split = RfmResult.Of(mixed, new RfmEstimator(new() { Method = BinMethod.Ntile })).Find("c20")!;
        Assert.Equal(4, split.Frequency.Score);
        Assert.Contains("Frequency 2 orders: 4 of 5 (of equal customers at 2 some scored lower)", split.Explain(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cuts_Given_AreTheThresholdsOfAnyNumberOfCustomers()
    {
        var options = new RfmOptions { RecencyCuts = [30, 90], FrequencyCuts = [1], MonetaryCuts = [10, 20, 30] };

        var result = RfmResult.Of(Table(History("a", Bought("a", 31, 20m)), History("b", Bought("b", 90, 20.01m))), new RfmEstimator(options));

        Assert.True(result.Fit.Report.Converged);
        Assert.Equal(new RfmBins(3, 2, 4), result.Fit.Model!.Bins);
        Assert.Equal(["2-1-2", "2-1-3"], result.Customers.Select(score => score.Cell.ToString()));
        Assert.Empty(RfmResult.Of(Table(), new RfmEstimator(options)).Customers);
    }

    [Fact]
    public void Cuts_OfOneDimension_LeaveTheOthersToBeLearned()
    {
        PurchaseTable table = Table([.. Enumerable.Range(1, 30).Select(i => History($"c{i:D2}", Bought("c", i, i)))]);

        // All have one order: nothing to learn, but a cut says where it lies.
        var result = RfmResult.Of(table, new RfmEstimator(new() { FrequencyCuts = [1, 2, 3, 4] }));

        Assert.Equal(30, result.Customers.Count);
        Assert.All(result.Customers, score => Assert.Equal(1, score.Frequency.Score));
        Assert.Equal([1, 2, 3, 4, 5], result.Customers.Select(score => score.Monetary.Score).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Options_Unusable_SayWhatToSet(RfmOptions options, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new RfmEstimator(options)).Message, StringComparison.Ordinal);

    public static TheoryData<RfmOptions, string> Unusable => new()
    {
        { new() { Method = (BinMethod)9 }, "Choose one of Quantiles, Ntile, RPackageRfm" },
        { new() { Ties = (TiePolicy)9 }, "Choose one of Split, Together" },
        { new() { RecencyCuts = [1, 1] }, "Cut 2 is 1. Expected finite numbers that rise." },
        { new() { MonetaryCuts = [double.NaN] }, "Cut 1 is NaN" },
        { new() { FrequencyCuts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, "There are 10 cuts" },
        { new() { FrequencyCuts = [1, 2], FrequencyBins = 4 }, "4 bins do not go with 2 cuts" },
        { new() { MonetaryBins = 11 }, "MonetaryBins must be between 2 and 10" },
        { new() { MonetaryBins = 10, MinimumCustomers = 6 }, "6 is less than Bins (10)" },
    };

    private static RfmOptions Options(int[] bins, BinMethod method) => new() { Method = method, RecencyBins = bins[0], FrequencyBins = bins[1], MonetaryBins = bins[2] };

    /// <summary>Ranked from the worst, ties in the order of the customers; the first bins take one more where the number does not divide.</summary>
    private static int[] Ranked(PurchaseTable table, Func<PurchaseSummary, double> value, int bins)
    {
        PurchaseSummary[] ranked = [.. table.Customers.OrderBy(value).ThenBy(row => row.Customer, StringComparer.Ordinal)];
        var scores = new Dictionary<string, int>();
        int at = 0;
        for (int bin = 1; bin <= bins; bin++)
        {
            int size = (ranked.Length / bins) + (bin <= ranked.Length % bins ? 1 : 0);
            for (int i = 0; i < size; i++)
            {
                scores[ranked[at++].Customer] = bin;
            }
        }

        return [.. table.Customers.Select(row => scores[row.Customer])];
    }

    private static int[] Worst(PurchaseTable table, Func<PurchaseSummary, double> value, int bins)
    {
        int[] split = Ranked(table, value, bins);
        return [.. table.Customers.Select(row => table.Customers.Zip(split).Where(other => value(other.First) == value(row)).Min(other => other.Second))];
    }

    private static PurchaseTable Of(int[] days, int[] cents) => Table([.. days.Select((day, i) => History(
        $"c{i:D2}", [.. Enumerable.Range(0, 1 + (cents[i] % 4)).Select(k => Bought("c", day + (k * 7), cents[i] / 100m))]))]);
}
