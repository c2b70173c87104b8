namespace CustomerInsight.Models.Tests;

public sealed class EarlyWarningMonitorTests
{
    private static readonly DateTimeOffset AsOf = SteadyCustomers.AsOf;

    [Theory]
    [InlineData(1, 1, 30)]
    [InlineData(2.7, 1.7, 30)]
    [InlineData(6, 1, 70)]
    [InlineData(6, 3, 70)]
    public void Watch_SteadyCustomers_AreWarnedAtTheStatedRate(double perWeek, double dispersion, int weeks)
    {
        const int Customers = 1_500;
        const double Rate = 0.02;
        ActivityLog log = SteadyCustomers.Draw(Customers, perWeek, weeks, 1, 0, dispersion, 3);

        EarlyWarningResult result = Monitor(options => options.FalseAlarmRate = Rate).Watch(log, AsOf);

        // 30 false alarms where all are watched; five standard errors of that are 27.
        Assert.InRange(result.Warnings.Count, 1, (Rate * Customers) + 27);
        Assert.True(result.Report.ExpectedFalseAlarms <= Rate * Customers);
        Assert.All(result.Warnings, warning => Assert.True(warning.Strength >= 1));
    }

    [Theory]
    [InlineData(3, 0.3, 0.5)]
    [InlineData(6, 0.3, 0.8)]
    [InlineData(20, 0.5, 0.95)]
    public void Watch_DecliningCustomers_AreFound(double perWeek, double change, double least)
    {
        ActivityLog log = SteadyCustomers.Draw(300, perWeek, 60, change, 8, 1, 4);

        EarlyWarningResult result = Monitor().Watch(log, AsOf);

        Assert.True(result.Warnings.Count >= least * 300, $"Only {result.Warnings.Count} of 300 were found.");
        Assert.All(result.Warnings, warning => Assert.Equal(EarlyWarningKind.ActivityDecline, warning.Kind));
        DateOnly median = result.Warnings.Select(warning => warning.Since).Order().ElementAt(result.Warnings.Count / 2);
        Assert.InRange(median, DateOnly.FromDateTime(AsOf.DateTime).AddDays(-70), DateOnly.FromDateTime(AsOf.DateTime).AddDays(-42));
    }

    [Fact]
    public void Watch_CustomersWhoDoMore_AreNotWarned() =>
        Assert.InRange(Monitor().Watch(SteadyCustomers.Draw(300, 5, 40, 2, 13, 1, 5), AsOf).Warnings.Count, 0, 1);

    [Fact]
    public void Watch_QuietSeason_IsNoDeclineWhereAYearTellsIt()
    {
        // The last 12 weeks are a third as busy as the rest, in each year.
        static double Season(double daysBefore) => daysBefore % 364 < 84 ? 0.33 : 1;
        ActivityLog log = SteadyCustomers.Draw(300, 5, 160, 1, 0, 1, 6, Season);

        EarlyWarningResult seasonal = Monitor().Watch(log, AsOf);
        EarlyWarningResult plain = Monitor(options => options.Seasonal = false).Watch(log, AsOf);

        Assert.True(seasonal.Report.IsSeasonal);
        Assert.False(plain.Report.IsSeasonal);
        Assert.InRange(seasonal.Warnings.Count, 0, 15);
        Assert.True(plain.Warnings.Count > 60);
    }

    [Fact]
    public void Watch_LessThanAYear_KnowsNoSeason() => Assert.False(Monitor().Watch(SteadyCustomers.Draw(50, 5, 55, 1, 0, 1, 7), AsOf).Report.IsSeasonal);

    [Fact]
    public void Watch_ThreadsAndOrder_ChangeNothing()
    {
        ActivityLog log = SteadyCustomers.Draw(200, 3, 40, 0.3, 6, 1, 8);
        var turned = new ActivityLog();
        for (int i = log.Count - 1; i >= 0; i--)
        {
            turned.Add(log.Customers[i], new DateTimeOffset(log.Rows[i].Ticks, TimeSpan.Zero), "visit");
        }

        EarlyWarningResult one = Monitor(options => options.MaxDegreeOfParallelism = 1).Watch(log, AsOf);

        Assert.NotEmpty(one.Warnings);
        Assert.Equal(one, Monitor(options => options.MaxDegreeOfParallelism = 4).Watch(turned, AsOf));
    }

    [Fact]
    public void Watch_WhatIsLater_DoesNotCount()
    {
        ActivityLog log = SteadyCustomers.Draw(100, 5, 40, 1, 0, 1, 9);
        EarlyWarningResult before = Monitor().Watch(log, AsOf);
        for (int i = 0; i < 500; i++)
        {
            log.Add("c000001", AsOf.AddHours(1 + i), i % 2 == 0 ? "visit" : "complaint");
        }

        Assert.Equal(before, Monitor().Watch(log, AsOf));
    }

    [Fact]
    public void Watch_HistoriesOfARun_AreAsALog()
    {
        var log = new ActivityLog();
        CustomerHistory[] histories = [.. Shop.DrawnHistories(50, 10)];
        foreach (CustomerHistory history in histories)
        {
            foreach (CustomerActivity activity in history.Activities)
            {
                log.Add(history.Customer, activity.At, activity.Type, activity.Value!.Value.Amount, "EUR");
            }
        }

        Assert.Equal(Monitor().Watch(log, Shop.AsOf), Monitor().Watch(histories, Shop.AsOf));
    }

    [Fact]
    public void Watch_ShortOrQuiet_IsCountedNotWarned()
    {
        var log = new ActivityLog();
        log.Add("new", AsOf.AddDays(-30), "visit");
        log.Add("quiet", AsOf.AddDays(-400), "visit");
        log.Add("quiet", AsOf.AddDays(-200), "visit");

        EarlyWarningResult result = Monitor().Watch(log, AsOf);

        Assert.Equal((0, 1, 1), (result.Report.Watched, result.Report.TooShort, result.Report.TooQuiet));
        Assert.Empty(result.Warnings);
        Assert.Contains("1 known for too short, 1 too quiet to tell", result.Describe(), StringComparison.Ordinal);
        Assert.Empty(Monitor().Watch(new ActivityLog(), AsOf).Warnings);
    }

    [Fact]
    public void Watch_Refunds_AreNoActivity()
    {
        var log = new ActivityLog();
        for (int week = 0; week < 60; week++)
        {
            for (int i = 0; i < 5; i++)
            {
                log.Add("refunding", AsOf.AddDays((-7 * week) - 1 - i), week < 8 ? -5 : 5, "EUR");
            }
        }

        EarlyWarning warning = Assert.Single(Monitor().Watch(log, AsOf).Warnings);

        Assert.Equal((0, "refunding"), (warning.Seen, warning.Customer));
        Assert.Equal(40, warning.Usual, 6);
        Assert.Equal("0 activities since 2024-11-06, where 40 are usual", warning.Describe());
        Assert.Equal("ActivityDecline", warning.ToString());
    }

    [Fact]
    public void Watch_ComplaintsOnTop_AreFound()
    {
        ActivityLog log = SteadyCustomers.Draw(400, 5, 60, 1, 0, 1, 11);
        var random = new SeededRandom(12);
        for (int customer = 0; customer < 400; customer++)
        {
            for (double week = random.NextExponential(0.05); week < 60; week += random.NextExponential(0.05))
            {
                log.Add($"c{customer:D6}", AsOf.AddDays(-7 * week), "complaint");
            }
        }

        EarlyWarningResult before = Monitor().Watch(log, AsOf);
        for (int i = 0; i < 8; i++)
        {
            log.Add("c000100", AsOf.AddDays(-i), "complaint");
        }

        EarlyWarningResult after = Monitor().Watch(log, AsOf);

        static EarlyWarning[] Complaints(EarlyWarningResult result) => [.. result.Warnings.Where(warning => warning.Kind == EarlyWarningKind.ComplaintsRising)];
        Assert.Equal(400, before.Report.ComplaintsWatched);
        Assert.InRange(Complaints(before).Length, 0, 12);
        Assert.Equal("c000100", Complaints(after)[0].Customer);
        Assert.InRange(Complaints(after)[0].Usual, 0.3, 1.5);
        Assert.Equal(before.Warnings.Count(warning => warning.Kind == EarlyWarningKind.ActivityDecline), after.Warnings.Count(warning => warning.Kind == EarlyWarningKind.ActivityDecline));
        Assert.Contains("ComplaintsRising", after.ToVegaLite(), StringComparison.Ordinal);
    }

    [Fact]
    public void New_OptionsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Monitor(options => options.FalseAlarmRate = 0.5));
        Assert.Contains("nobody could be watched", Assert.Throws<ArgumentException>(() => Monitor(options => options.MinimumBaselinePeriods = 60)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Monitor(options => options.ActivityTypes.Add("complaint")));
    }

    /// <summary>The chance of a count by the sum of many gamma–Poisson draws.</summary>
    [Fact]
    public void ComplaintRates_Chance_IsThatOfDraws()
    {
        var rates = new ComplaintRates(2, 40);
        var random = new SeededRandom(13);
        int asMany = 0;
        const int Draws = 100_000;
        for (int i = 0; i < Draws; i++)
        {
            double mean = random.NextGamma(2 + 1, 40 + 30) * 13;
            int count = 0;
            for (double at = random.NextExponential(mean); at < 1; at += random.NextExponential(mean))
            {
                count++;
            }

            asMany += count >= 2 ? 1 : 0;
        }

        Assert.Equal(asMany / (double)Draws, rates.ChanceOf(2, 1, 30, 13), 0.005);
        Assert.Equal(3 * 13 / 70.0, rates.Expected(1, 30, 13), 1e-12);
        Assert.Equal(1, rates.ChanceOf(0, 1, 30, 13), 1e-12);
    }

    [Fact]
    public void Watch_ManyComplaintsAndThenManyMore_Warns()
    {
        var log = new ActivityLog();
        for (int week = 0; week < 66; week++)
        {
            log.Add("steady", AsOf.AddDays((-7 * week) - 1), "complaint");
            for (int i = 0; i < (week < 13 ? 300 : 100); i++)
            {
                log.Add("many", AsOf.AddDays((-7 * week) - (i / 50.0) - .1), "complaint");
            }
        }

        EarlyWarning warning = Assert.Single(Monitor().Watch(log, AsOf).Warnings);

        Assert.Equal(("many", EarlyWarningKind.ComplaintsRising, 3_900), (warning.Customer, warning.Kind, warning.Seen));
    }

    /// <summary>The chance by the definition: the sum over all counts, each by its logarithm, so that nothing is too small.</summary>
    [Fact]
    public void ComplaintRates_Chance_IsThatOfTheDefinition() => Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var random = new SeededRandom((ulong)seed);
        var rates = new ComplaintRates(Math.Exp(random.NextNormal() * 2), 1 + (100 * random.NextDouble()));
        int before = random.Next(3) == 0 ? 0 : random.Next(6_000);
        int periods = 6 + random.Next(50);
        double expected = rates.Expected(before, periods, 13);
        int complaints = (int)Math.Max(0, expected + (random.NextNormal() * 4 * Math.Sqrt(1 + expected)));

        double shape = rates.Shape + before;
        double leave = 13 / (rates.Periods + periods + 13);
        double log = shape * Math.Log(1 - leave);
        double chance = 0;
        for (int count = 0; count < complaints + 2_000 + (20 * expected); count++)
        {
            chance += count >= complaints ? Math.Exp(log) : 0;
            log += Math.Log((shape + count) / (count + 1) * leave);
        }

        Assert.Equal(chance, rates.ChanceOf(complaints, before, periods, 13), 1e-9 + (1e-7 * chance));
    }).Check(Quick.Tests(300));

    [Fact]
    public void CountDraws_MeanAndVariance_AreAsAsked() => Assert.All(new[] { (0.4, 1.0), (3, 2.5), (700, 1), (50, 8) }, kind =>
    {
        var draws = new CountDraws(kind.Item1, kind.Item2);
        var random = new SeededRandom(14);
        double[] counts = [.. Enumerable.Range(0, 20_000).Select(_ => (double)draws.Next(random))];
        double mean = counts.Average();

        Assert.Equal(kind.Item1, mean, 5 * Math.Sqrt(kind.Item1 * kind.Item2 / 20_000));
        CloseTo.Relative(kind.Item2, counts.Sum(count => (count - mean) * (count - mean)) / 20_000 / mean, 0.1);
    });

    private static EarlyWarningMonitor Monitor(Action<EarlyWarningOptions>? configure = null)
    {
        var options = new EarlyWarningOptions { Simulations = 3_000 };
        configure?.Invoke(options);
        return new EarlyWarningMonitor(options);
    }
}
