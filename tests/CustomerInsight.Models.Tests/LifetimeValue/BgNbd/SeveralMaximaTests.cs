namespace CustomerInsight.Models.Tests;

/// <summary>The likelihood of MBG/NBD may have two maxima: hardly anyone left at once, or most of those who never came back did.</summary>
public sealed class SeveralMaximaTests
{
    private static readonly PurchaseSimulator Customers = new(new BgNbdModel(.146, 15.48, .15, 1.77, TimeUnit.Day, BgNbdVariant.Modified));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Fit_ManySmallSamples_EndsAtTheHighestMaximum(int regularity)
    {
        int apart = 0;
        int warned = 0;
        IReadOnlyList<RepeatPattern> all = Customers.Simulate(30_000, Duration.Days(10), Duration.Days(104)).Patterns;
        for (int set = 0; set < 40; set++)
        {
            RepeatPattern[] patterns = [.. all.Skip(set * 700).Take(700)];
            var estimator = new BgNbdEstimator(new BgNbdOptions { Variant = BgNbdVariant.Modified, Regularity = regularity });
            FitResult<BgNbdModel> fit = estimator.Fit(patterns);
            IWeightedLikelihood<BgNbdModel> likelihood = ((IWeightedEstimator<IReadOnlyList<RepeatPattern>, BgNbdModel>)estimator).Prepare(patterns)!;
            double[] ends = [.. likelihood.Starts.Select(start => new Bfgs(500).Minimize(likelihood.Weighted(likelihood.Counts), start, CancellationToken.None)).Where(end => end.Status == SearchStatus.Converged).Select(end => likelihood.LogLikelihood(end.Value))];

            Assert.True(fit.Report.Converged);
            Assert.True(fit.Report.LogLikelihood >= ends.Max() - 1e-6);
            apart += ends.Max() - ends.Min() > 0.01 ? 1 : 0;
            warned += fit.Report.Warnings.Any(warning => warning.Code == "second-optimum") ? 1 : 0;
        }

        // Else nothing was tested.
        Assert.InRange(apart, 1, 40);
        Assert.InRange(warned, regularity == 1 ? 1 : 0, apart);
    }

    [Fact]
    public void Bootstrap_OfSeveralMaxima_StartsAtTheHighest()
    {
        IReadOnlyList<RepeatPattern> patterns = Customers.Simulate(1_000, Duration.Days(10), Duration.Days(104)).Patterns;
        var estimator = new BgNbdEstimator(new BgNbdOptions { Variant = BgNbdVariant.Modified });

        Assert.Equal(estimator.Fit(patterns).Model, Bootstrap.Fit(estimator, patterns, new BootstrapOptions { Draws = 20 }).Model!.Model);
    }

    [Fact]
    public void Fit_CustomersWhoNeverStop_EndsAtTheEdgeWithAModel()
    {
        var never = new PurchaseSimulator(new NbdModel(1, 30, TimeUnit.Day));
        IReadOnlyList<RepeatPattern> all = never.Simulate(60_000, Duration.Days(120), Duration.Days(200)).Patterns;
        for (int set = 0; set < 100; set++)
        {
            RepeatPattern[] patterns = [.. all.Skip(set * 600).Take(600)];
            FitResult<ParetoNbdModel> fit = new ParetoNbdEstimator().Fit(patterns);

            Assert.True(fit.Report.Converged, $"set {set}: {fit.Report.Describe()}");
            Assert.True(fit.Report.LogLikelihood >= new NbdEstimator().Fit(patterns).Report.LogLikelihood - 0.01);
        }
    }
}
