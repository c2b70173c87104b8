namespace CustomerInsight.Models.Tests;

public sealed class PurchaseModelSelectorTests
{
    private static readonly Duration Ahead = Duration.Weeks(20);

    private static readonly PurchaseModelOptions TwoModels = new() { Kind = null, Candidates = [PurchaseModelKind.BgNbd, PurchaseModelKind.MbgNbd], Unit = TimeUnit.Week };

    /// <summary>Some customers leave soon and the others hardly ever; the first purchase is the last of many, whom BG/NBD has to take for slow buyers.</summary>
    private static readonly Lazy<PurchaseHoldout> OfMbgNbd = new(() => Drawn(new BgNbdModel(5, 5, .5, .5, TimeUnit.Week, BgNbdVariant.Modified), 3_000));

    [Fact]
    public void Choose_CustomersOfAModel_RecommendsIt()
    {
        ModelChoice choice = new PurchaseModelSelector(TwoModels).Choose(OfMbgNbd.Value);

        Assert.Equal(PurchaseModelKind.MbgNbd, choice.Recommended);
        Assert.Equal(["BG/NBD", "MBG/NBD"], choice.Candidates.Select(candidate => candidate.Model!.Name));
        Assert.StartsWith("MBG/NBD foretold best what customers did: log score ", choice.Reason, StringComparison.Ordinal);
        Assert.Same(choice.Candidates[1], choice.Chosen);
        Assert.Equal(0, choice.Chosen!.Behind);
        Assert.True(choice.Candidates[0].Behind > 2 * choice.Candidates[0].BehindStandardError);
        Assert.False(choice.Candidates[0].IsAsGood);
        Assert.Contains("MBG/NBD *", choice.Describe(), StringComparison.Ordinal);
        Assert.Contains("customers by repeat purchases before", choice.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_Scores_AreThePlainDefinition()
    {
        PurchaseHoldout holdout = OfMbgNbd.Value;
        ModelChoice choice = new PurchaseModelSelector(TwoModels).Choose(holdout);

        double[][] logs = [.. choice.Candidates.Select(candidate => holdout.Patterns.Zip(holdout.Purchases).Select(customer =>
            Math.Log(candidate.Model!.ProbabilityOf(customer.First, customer.Second, Ahead))).ToArray())];
        double[] differences = [.. logs[1].Zip(logs[0], (better, worse) => better - worse)];
        double mean = differences.Average();
        CloseTo.Relative(logs[0].Average(), choice.Candidates[0].Score!.LogScore!.Value, 1e-9);
        CloseTo.Relative(mean, choice.Candidates[0].Behind!.Value, 1e-9);
        CloseTo.Relative(Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1) / differences.Length), choice.Candidates[0].BehindStandardError!.Value, 1e-9);
        Assert.Equal(choice.Validation!.Forecasts[0], choice.Candidates[0].Score);
    }

    [Fact]
    public void Choose_FewBuyersAfter_RecommendsNone()
    {
        RepeatPattern[] patterns = [.. OfMbgNbd.Value.Patterns];
        ModelChoice choice = new PurchaseModelSelector(TwoModels).Choose(PurchaseHoldout.FromPatterns(patterns, [.. patterns.Select((_, i) => i < 49 ? 1 : 0)], Ahead));

        Assert.Null(choice.Recommended);
        Assert.Null(choice.Chosen);
        Assert.Null(choice.Validation);
        Assert.Equal("No model can be recommended, since 49 customers bought in the 20 weeks after the calibration, fewer than the 50 needed. Use a longer history, or hold out more of it.", choice.Reason);
        Assert.StartsWith(choice.Reason, choice.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_NothingFitted_RecommendsNone()
    {
        ModelChoice few = new PurchaseModelSelector(TwoModels).Choose(PurchaseHoldout.FromPatterns([new(1, 2, 3)], [1], Ahead));
        ModelChoice stopped = new PurchaseModelSelector(new PurchaseModelOptions { MaximumIterations = 1 }).Choose(OfMbgNbd.Value);

        Assert.Contains("1 customers are fewer than the 50 needed", few.Reason, StringComparison.Ordinal);
        Assert.Contains("MaximumIterations", stopped.Reason, StringComparison.Ordinal);
        Assert.All([few, stopped], choice => Assert.Null(choice.Recommended));
        Assert.All(stopped.Candidates, candidate => Assert.Null(candidate.Model));
        Assert.Contains("no model", stopped.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_CustomersThatNobodyForesaw_SaysThatABaselineIsNearer()
    {
        // Those who bought late are gone, the others are back: the models cannot know.
        PurchaseHoldout holdout = OfMbgNbd.Value;
        int[] turned = [.. holdout.Patterns.Select(pattern => pattern.Repeats == 0 ? 3 : 0)];

        Assert.Contains("But the baseline 'mean' came nearer", new PurchaseModelSelector(TwoModels).Choose(PurchaseHoldout.FromPatterns(holdout.Patterns, turned, Ahead)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(29)] // the larger models are ahead by 1e-10, of a standard error of half of that
    public void Choose_CustomersWhoNeverLeave_RecommendsTheModelWithoutLeaving(ulong seed)
    {
        SimulatedPurchases drawn = new PurchaseSimulator(new NbdModel(2, 8, TimeUnit.Week), new SimulationOptions { Seed = seed }).Simulate(1_000, Duration.Weeks(20), Duration.Weeks(30));
        ModelChoice choice = new PurchaseModelSelector(new PurchaseModelOptions { Kind = null }).Choose(PurchaseHoldout.FromPatterns(drawn.Patterns, drawn.PurchasesAhead(Ahead), Ahead));

        Assert.Equal(PurchaseModelKind.Nbd, choice.Recommended);
        Assert.All(choice.Candidates, candidate => Assert.True(candidate.IsAsGood));
    }

    [Fact]
    public void IsAsGood_WhatNobodyWouldNotice_IsAsGood()
    {
        Assert.True(Candidate("NBD", 2, 1.6e-9, 4.8e-10, 1).IsAsGood);
        Assert.True(Candidate("NBD", 2, 1e-3, 6e-4, 1).IsAsGood);
        Assert.False(Candidate("NBD", 2, 1e-3, 4e-4, 1).IsAsGood);
        Assert.False((Candidate("NBD", 2, 0, 0, 1) with { Behind = null, BehindStandardError = null }).IsAsGood);
    }

    [Fact]
    public void Reason_ModelsAsGood_ClaimsNoMoreThanTheScoresSay()
    {
        ModelCandidate nbd = Candidate("NBD", 2, 1.6e-9, 4.8e-10, 0.9);
        ModelCandidate bg = Candidate("BG/NBD", 4, 0, 0, 0.9);
        ModelCandidate near = Candidate("Pareto/NBD", 4, 1e-3, 6e-4, 0.7);
        ModelCandidate far = Candidate("MBG/NBD", 4, 1, 1e-3, 0.1);

        Assert.StartsWith("NBD foretold what customers did as well as BG/NBD, and none of those has fewer parameters: ", Reason(nbd, [nbd, bg, far], 2), StringComparison.Ordinal);
        Assert.StartsWith("NBD foretold what customers did as well as BG/NBD, better than Pareto/NBD by no more than chance may make it, and none", Reason(nbd, [nbd, bg, near], 2), StringComparison.Ordinal);
        Assert.StartsWith("BG/NBD foretold best what customers did, though not by more than chance may do before Pareto/NBD: ", Reason(bg, [bg, near, far], 2), StringComparison.Ordinal);
        Assert.StartsWith("BG/NBD foretold best what customers did: ", Reason(bg, [bg, far], 2), StringComparison.Ordinal);

        Assert.DoesNotContain("baseline", Reason(bg, [bg, near], 2), StringComparison.Ordinal);
        Assert.EndsWith("But the baseline 'mean' came nearer (0.500), so the model is of little use for single customers.", Reason(bg, [bg, near, far], 0.5), StringComparison.Ordinal);
        Assert.Contains("The baseline 'mean' came nearer to single customers (0.800), but Pareto/NBD, as good by its log score, nearer still (0.700)", Reason(bg, [bg, near, far], 0.8), StringComparison.Ordinal);
    }

    [SharedFact]
    public void Choose_CdnowSample_FindsThreeModelsAlike()
    {
        var holdout = PurchaseHoldout.From(Cdnow.ReadSample(), Cdnow.CalibrationEnd, Cdnow.HoldoutEnd, new PurchaseOptions { KeepZeroAmounts = true });
        ModelChoice choice = new PurchaseModelSelector(new PurchaseModelOptions { Kind = null, Unit = TimeUnit.Week, Candidates = [.. Enum.GetValues<PurchaseModelKind>()] }).Choose(holdout);

        Assert.NotNull(choice.Recommended);
        Assert.All(choice.Candidates, candidate => Assert.NotNull(candidate.Score));
        Assert.True(choice.Candidates.Single(candidate => candidate.Kind == PurchaseModelKind.BgNbd).IsAsGood);
        Assert.True(choice.Candidates.Single(candidate => candidate.Kind == PurchaseModelKind.MbgNbd).IsAsGood);
    }

    private static string Reason(ModelCandidate chosen, ValueList<ModelCandidate> candidates, double baseline) => PurchaseModelSelector.Reason(
        chosen, candidates, new ModelValidation(Ahead, 100, [], [new ForecastScore("mean", true, 100, 100, 0, 1, baseline, null)], [], [], [], [], [], null, OfMbgNbd.Value.Later));

    private static ModelCandidate Candidate(string name, int parameters, double behind, double error, double rootMeanSquaredError) => new(
        PurchaseModelKind.Nbd,
        parameters == 2 ? new NbdModel(1, 1, TimeUnit.Day) : new BgNbdModel(1, 1, 1, 1, TimeUnit.Day),
        new FitReport(name, FitStatus.Converged, 1, -1, 100, []),
        new ForecastScore(name, false, 100, 100, 0, 1, rootMeanSquaredError, null) { LogScore = -1 - behind },
        behind,
        error);

    private static PurchaseHoldout Drawn(BgNbdModel model, int customers)
    {
        SimulatedPurchases drawn = new PurchaseSimulator(model, new SimulationOptions { Seed = 5 }).Simulate(customers, Duration.Weeks(20), Duration.Weeks(30));
        return PurchaseHoldout.FromPatterns(drawn.Patterns, drawn.PurchasesAhead(Ahead), Ahead);
    }
}
