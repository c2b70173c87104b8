namespace CustomerInsight.Models.Tests;

public sealed class PredictionIntervalsTests
{
    private static readonly GammaGammaModel Amounts = new(6.25, 3.74, 15.44);
    private static readonly Duration Ahead = Duration.Weeks(39);

    private static readonly Arbitrary<RepeatPattern> AnyPattern = Gen.Choose(0, 30).SelectMany(
        repeats => Gen.Choose(0, 300).SelectMany(active => Gen.Choose(0, 300), (active, silent) => new RepeatPattern(repeats, repeats == 0 ? 0 : active, active + silent))).ToArbitrary();

    [Fact]
    public void Purchases_AnyCustomer_AreTheQuantilesOfTheProbabilities() => Prop.ForAll(AnyPattern, Gen.Choose(1, 99).ToArbitrary(), (pattern, percent) =>
    {
        double level = percent / 100.0;
        PurchaseInterval interval = new PredictionIntervals(CdnowLike.Model, null, new PredictionIntervalOptions { Level = level }).Purchases(pattern, Ahead);

        double Between(int first, int last) => Enumerable.Range(first, last - first + 1).Sum(n => CdnowLike.Model.ProbabilityOf(pattern, n, Ahead));
        double tail = (1 - level) / 2;
        const double Rounding = 1e-9;
        return (interval.Low == 0 || Between(0, interval.Low - 1) < tail + Rounding)
            && Between(0, interval.Low) >= tail - Rounding
            && Between(0, interval.High) >= 1 - tail - Rounding
            && (interval.High == 0 || Between(0, interval.High - 1) < 1 - tail + Rounding)
            && Between(0, interval.Median) >= 0.5 - Rounding
            && Math.Abs(Between(interval.Low, interval.High) - interval.Probability) < Rounding
            && interval.Probability >= level - Rounding;
    }).Check(Quick.Tests(100));

    [Fact]
    public void Purchases_CustomersDrawnFromTheModel_LieInsideAsOftenAsSaid()
    {
        SimulatedPurchases customers = new PurchaseSimulator(CdnowLike.Model, new SimulationOptions { Seed = 8 }).Simulate(20_000, Duration.Weeks(27), Duration.Weeks(39));
        int[] bought = customers.PurchasesAhead(Ahead);

        PurchaseInterval[] intervals = new PredictionIntervals(CdnowLike.Model).Purchases(customers.Patterns, Ahead);

        int inside = intervals.Zip(bought).Count(pair => pair.Second >= pair.First.Low && pair.Second <= pair.First.High);
        double expected = intervals.Sum(interval => interval.Probability);
        double variance = intervals.Sum(interval => interval.Probability * (1 - interval.Probability));
        Assert.InRange((inside - expected) / Math.Sqrt(variance), -3.5, 3.5);
        Assert.All(intervals, interval => Assert.True(interval.Probability >= 0.9 && interval.Low <= interval.Median && interval.Median <= interval.High));
    }

    [Fact]
    public void Spend_CustomersDrawnFromTheModels_LieBelowEachEndAsOftenAsSaid()
    {
        var model = new BgNbdModel(2, 8, 0.5, 6, TimeUnit.Week);
        SimulatedPurchases customers = new PurchaseSimulator(model, new SimulationOptions { Seed = 9 }).Simulate(2_000, Duration.Weeks(10), Duration.Weeks(39));
        SimulatedSpend spend = new SpendSimulator(Amounts, new SimulationOptions { Seed = 9 }).Simulate(customers.Patterns);
        int[] bought = customers.PurchasesAhead(Ahead);
        double[] spent = [.. bought.Select((purchases, customer) => spend.Amounts(customer).Skip(customers.Patterns[customer].Repeats).Take(purchases).Sum())];
        var intervals = new PredictionIntervals(model, Amounts, new PredictionIntervalOptions { Level = 0.8 });

        SpendInterval[] found = intervals.Spend(customers.Patterns, spend.Patterns, Ahead);

        int above = found.Zip(spent).Count(pair => pair.Second > pair.First.High);
        Assert.InRange((above - (0.1 * 2000)) / Math.Sqrt(0.09 * 2000), -3.5, 3.5);
        Assert.All(found, interval => Assert.True(interval.Low >= 0 && interval.High >= interval.Low));

        // Of those whose interval begins above 0, a tenth spends less.
        var sure = found.Zip(spent).Where(pair => pair.First.Low > 0).ToList();
        Assert.True(sure.Count > 30);
        Assert.InRange((sure.Count(pair => pair.Second < pair.First.Low) - (0.1 * sure.Count)) / Math.Sqrt(0.09 * sure.Count), -3.5, 3.5);
    }

    [Fact]
    public void Spend_OfACertainNumberOfPurchases_IsTheSpendModelsOwn()
    {
        // Very frequent, very alike and never leaving: about 50 purchases, hardly more or fewer.
        var model = new BgNbdModel(1e7, 2e6, 1e-6, 10, TimeUnit.Day);
        var pattern = new RepeatPattern(50, 10, 10);
        SpendInterval interval = new PredictionIntervals(model, Amounts).Spend(pattern, new SpendPattern(50, 30), Duration.Days(10));

        // The sum is N times the mean of N amounts: at the ends the spread of both counts, but the customer's own mean of 30 is almost known.
        Assert.InRange(interval.Low, 30 * 50 * 0.70, 30 * 50 * 0.80);
        Assert.InRange(interval.High, 30 * 50 * 1.2, 30 * 50 * 1.32);
        SpendInterval alone = Amounts.IntervalOfSpend(50, 30, 0.9, 50);
        Assert.True(interval.Low < 50 * alone.Low && interval.High > 50 * alone.High);
    }

    [Fact]
    public void Of_BootstrapDraws_IsTheMixtureOfTheirDistributions()
    {
        BootstrapSample<BgNbdModel> sample = Bootstrap.Fit(new BgNbdEstimator(), CdnowLike.Patterns(1000), new BootstrapOptions { Draws = 10 }).Model!;
        var pattern = new RepeatPattern(4, 150, 200);
        PurchaseInterval mixed = PredictionIntervals.Of(sample).Purchases(pattern, Ahead);

        double UpTo(int last) => sample.Draws.Average(model => Enumerable.Range(0, last + 1).Sum(n => model.ProbabilityOf(pattern, n, Ahead)));
        Assert.True(UpTo(mixed.High) >= 0.95 && UpTo(mixed.High - 1) < 0.95);
        CloseTo.Relative(UpTo(mixed.High) - (mixed.Low == 0 ? 0 : UpTo(mixed.Low - 1)), mixed.Probability, 1e-10);
    }

    [Fact]
    public void Purchases_ManyCustomers_AreThoseOfEachOnAnyThreads()
    {
        IReadOnlyList<RepeatPattern> patterns = CdnowLike.Patterns(2000);
        var one = new PredictionIntervals(CdnowLike.Model, Amounts, new PredictionIntervalOptions { MaxDegreeOfParallelism = 1 });
        var three = new PredictionIntervals(CdnowLike.Model, Amounts, new PredictionIntervalOptions { MaxDegreeOfParallelism = 3 });

        Assert.Equal(one.Purchases(patterns, Ahead), three.Purchases(patterns, Ahead));
        Assert.Equal(patterns.Select(pattern => one.Purchases(pattern, Ahead)), one.Purchases(patterns, Ahead));
        Assert.Empty(one.Purchases([], Ahead));
        SpendPattern[] spend = [.. patterns.Take(300).Select(pattern => new SpendPattern(pattern.Repeats, 20))];
        RepeatPattern[] few = [.. patterns.Take(300)];
        Assert.Equal(one.Spend(few, spend, Ahead), three.Spend(few, spend, Ahead));
    }

    [Fact]
    public void Spend_WithoutRepeats_TakesNoMeanIntoAccount()
    {
        var intervals = new PredictionIntervals(CdnowLike.Model, Amounts, new PredictionIntervalOptions { Level = 0.99 });

        Assert.Equal(intervals.Spend(new RepeatPattern(0, 0, 50), default, Ahead), intervals.Spend(new RepeatPattern(0, 0, 50), new SpendPattern(0, 100), Ahead));
        Assert.Equal(0, intervals.Spend(new RepeatPattern(0, 0, 50), default, Duration.Days(0)).High);
    }

    [Fact]
    public void Intervals_WhatCannotBe_SaysWhatToDo()
    {
        var intervals = new PredictionIntervals(CdnowLike.Model);
        RepeatPattern[] many = [.. Enumerable.Repeat(new RepeatPattern(900_000, 400, 400), 1)];

        Assert.Contains("spend model", Assert.Throws<InvalidOperationException>(() => intervals.Spend(default, default, Ahead)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => intervals.Purchases(default, Duration.Forever));
        Assert.Throws<ArgumentException>(() => intervals.Purchases([new RepeatPattern(3, 50, 10)], Ahead));
        Assert.Contains("each of 1", Assert.Throws<ArgumentException>(() => new PredictionIntervals(CdnowLike.Model, Amounts).Spend(many, [], Ahead)).Message, StringComparison.Ordinal);
        Assert.Contains("Level", Assert.Throws<ArgumentException>(() => new PredictionIntervals(CdnowLike.Model, null, new PredictionIntervalOptions { Level = 1 })).Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => intervals.Purchases(many, Ahead, new CancellationToken(true)));
    }
}
