using static CustomerInsight.Models.Tests.Shop;

namespace CustomerInsight.Models.Tests;

public sealed class RfmEstimatorTests
{
    private static readonly Arbitrary<(int Bins, int[] Days, int[] Cents)> Data = (
        from bins in Gen.Choose(2, 10)
        from days in Gen.Choose(0, 40).ArrayOf(30)
        from cents in Gen.Choose(1, 60).ArrayOf(30)
        select (bins, days, cents)).ToArbitrary();

    [Fact]
    public void Scores_AnyCustomers_AgreeWithThePlainDefinition() => Prop.ForAll(Data, data =>
    {
        PurchaseTable table = Of(data.Days, data.Cents);
        RfmModel? model = new RfmEstimator(new RfmOptions { Bins = data.Bins }).Fit(table).Model;
        return model is null || table.Customers.All(customer =>
        {
            RfmCell cell = model.Score(customer).Cell;
            return cell.Recency == data.Bins + 1 - Plain(customer.DaysSinceLast, table.Customers.Select(other => (double)other.DaysSinceLast), data.Bins)
                && cell.Frequency == Plain(customer.Orders, table.Customers.Select(other => (double)other.Orders), data.Bins)
                && cell.Monetary == Plain((double)customer.Revenue, table.Customers.Select(other => (double)other.Revenue), data.Bins);
        });
    }).Check(Quick.Tests(500));

    [Fact]
    public void Scores_BetterCustomer_NeverScoresLess() => Prop.ForAll(Data, data =>
    {
        PurchaseTable table = Of(data.Days, data.Cents);
        RfmModel? model = new RfmEstimator(new RfmOptions { Bins = data.Bins }).Fit(table).Model;
        if (model is null)
        {
            return true;
        }

        RfmScore[] scores = [.. table.Customers.Select(customer => model.Score(customer)).OrderBy(score => score.Purchases.DaysSinceLast)];
        return scores.Zip(scores.Skip(1)).All(pair =>
            pair.First.Recency.Score >= pair.Second.Recency.Score
            && (pair.First.Purchases.DaysSinceLast != pair.Second.Purchases.DaysSinceLast || pair.First.Recency.Score == pair.Second.Recency.Score));
    }).Check(Quick.Tests(200));

    [Fact]
    public void Fit_TenDistinctCustomersInFiveBins_CutsAtTheQuintiles()
    {
        PurchaseTable table = Table([.. Enumerable.Range(1, 10).Select(i => History(
            $"c{i:D2}", [.. Enumerable.Range(0, i).Select(k => Bought("c", (10 * i) + k, 5m * i))]))]);

        RfmModel model = new RfmEstimator(new RfmOptions { MinimumCustomers = 10 }).Fit(table).Model!;

        Assert.Equal([28, 46, 64, 82], model.RecencyThresholds.Select(threshold => Math.Round(threshold)));
        Assert.Equal([2.8, 4.6, 6.4, 8.2], model.FrequencyThresholds, (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal(["5-1-1", "5-1-1", "4-2-2", "4-2-2", "3-3-3", "3-3-3", "2-4-4", "2-4-4", "1-5-5", "1-5-5"], table.Customers.Select(customer => model.Score(customer).Cell.ToString()));
    }

    [Fact]
    public void Fit_TooFewCustomers_SaysSo()
    {
        FitResult<RfmModel> fit = new RfmEstimator().Fit(Drawn(19, 1));

        Assert.Null(fit.Model);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        FitWarning warning = Assert.Single(fit.Report.Warnings);
        Assert.Equal("too-few-customers", warning.Code);
        Assert.Contains("19 customers are fewer than the 20", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_OneValueInADimension_NamesTheDimension()
    {
        PurchaseTable table = Table([.. Enumerable.Range(1, 30).Select(i => History($"c{i:D2}", Bought("c", i, i)))]);

        FitResult<RfmModel> fit = new RfmEstimator().Fit(table);

        Assert.Null(fit.Model);
        Assert.Equal(["Frequency is the same"], fit.Report.Warnings.Select(warning => warning.Message[..21]));
        Assert.Contains("RFM: too little data, 30 customers", fit.Report.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_MostCustomersBoughtOnce_WarnsOfEmptyBinsAndKeepsTies()
    {
        PurchaseTable table = Table([.. Enumerable.Range(1, 30).Select(i => i > 25
            ? History($"c{i:D2}", Bought("c", i, i), Bought("c", i + 1, i))
            : History($"c{i:D2}", Bought("c", i, i)))]);

        FitResult<RfmModel> fit = new RfmEstimator().Fit(table);

        Assert.Equal(["few-values"], fit.Report.Warnings.Select(warning => warning.Code));
        Assert.Equal([1, 5], table.Customers.Select(customer => fit.Model!.Score(customer).Frequency.Score).Distinct().Order());
    }

    [Fact]
    public void Estimator_OptionsChangedAfterwards_KeepsItsOwn()
    {
        var options = new RfmOptions();
        var estimator = new RfmEstimator(options);
        options.Bins = 3;

        Assert.Equal(new RfmBins(5), estimator.Fit(Drawn(50, 1)).Model!.Bins);
    }

    [Theory]
    [InlineData(1, 20, "Bins must be between 2 and 10")]
    [InlineData(11, 20, "Bins must be between 2 and 10")]
    [InlineData(10, 5, "5 is less than Bins (10)")]
    [InlineData(5, 1, "MinimumCustomers must be between 2 and 1000000")]
    public void Estimator_UnusableOptions_SaysWhatToSet(int bins, int minimum, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => new RfmEstimator(new RfmOptions { Bins = bins, MinimumCustomers = minimum })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Estimator_RulesWithAGap_NamesTheScores()
    {
        var options = new RfmOptions { Segments = [new RfmSegmentRule("good") { Recency = new(2, null) }] };

        Assert.Contains("1-1-1", Assert.Throws<ArgumentException>(() => new RfmEstimator(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimator_RuleWithoutName_SaysSo() =>
        Assert.Contains("has no name", Assert.Throws<ArgumentException>(() => new RfmEstimator(new RfmOptions { Segments = [new RfmSegmentRule(" ")] })).Message, StringComparison.Ordinal);

    private static PurchaseTable Of(int[] days, int[] cents) => Table([.. days.Zip(cents).Select((row, i) => History(
        $"c{i:D2}", [.. Enumerable.Range(0, 1 + (row.Second % 7)).Select(k => Bought("c", row.First + k, row.Second / 100m))]))]);

    /// <summary>One more than the type-7 quantiles that the value is above, each found by walking the sorted values in decimals.</summary>
    private static int Plain(double value, IEnumerable<double> all, int bins)
    {
        decimal[] sorted = [.. all.Select(number => (decimal)number).Order()];
        return 1 + Enumerable.Range(1, bins - 1).Count(bin =>
        {
            // Times bins, so that nothing is rounded.
            int position = (sorted.Length - 1) * bin;
            int low = position / bins;
            decimal scaled = (sorted[low] * bins) + ((position - (low * bins)) * (sorted[Math.Min(low + 1, sorted.Length - 1)] - sorted[low]));
            return (decimal)value * bins > scaled;
        });
    }
}
