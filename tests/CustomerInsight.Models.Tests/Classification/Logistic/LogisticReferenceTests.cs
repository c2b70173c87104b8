namespace CustomerInsight.Models.Tests;

/// <summary>Numbers of statsmodels and scikit-learn on the Telco customers; see statistics.md, section 2.4.</summary>
public sealed class LogisticReferenceTests
{
    [SharedFact]
    public void Fit_WithoutPenalty_IsStatsmodels()
    {
        double[] expected = [-0.9168005999, -0.0327060089, 0.0031941530, 0.3217450101, -0.7358309378, -1.5073331005, 0.8793636352, -0.7249962281, 0.4454064907, 0.4009464806];
        double[] errors = [.1624964010, .0021045266, .0030293886, .0819760968, .1044915799, .1713124073, .1291825483, .1517117755, .0678410537, .0728976425];

        FitResult<LogisticModel> fit = new LogisticEstimator(new LogisticOptions { Penalty = LogisticPenalty.None }).Fit(TelcoOneHot.Few);

        Assert.True(fit.Report.Converged);
        LogisticStatistics statistics = fit.Model!.Statistics!;
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], fit.Report.Parameters[i].Value, 1e-10);
            Assert.Equal(errors[i], fit.Report.Parameters[i].StandardError!.Value, 1e-10);
        }

        Assert.Equal(-2981.3228428791, statistics.LogLikelihood, 1e-9);

        // Exact to 30 digits by mpmath; statsmodels, which searches for it, stops at -4075.0729495479.
        Assert.Equal(-4075.07294950980637948, statistics.NullLogLikelihood, 1e-10);
        Assert.Equal(.2684001293, statistics.McFaddenR2, 1e-9);
        Assert.Equal(5982.6456857581, statistics.Aic, 1e-9);
        Assert.Equal(5982.6456857581, fit.Report.Aic!.Value, 1e-9);
        Assert.Equal(.1380973553, Brier(fit.Model.Probabilities(TelcoOneHot.Few.Features), TelcoOneHot.Few.Labels), 1e-9);
    }

    [SharedFact]
    public void Fit_L2_IsScikitLearn()
    {
        double[] expected = [-.8023065286, .0965170316, .1185655853, -.2990939389, -.6422418850, .4357234661, -.2981058747, .2105094546, .1969078991];

        LogisticModel model = new LogisticEstimator().Fit(TelcoOneHot.Few).Model!;

        // scikit-learn's search stops at a slope of 1e-4, some digits short of the lowest point.
        Assert.Equal(-1.61504347, model.Baseline, 1e-5);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], model.Coefficients[i].PerDeviation, 2e-5);
        }
    }

    [SharedFact]
    public void Fit_TelcoFolds_GivesTheReferencesScores()
    {
        ClassificationData data = TelcoOneHot.All;

        // The reference's search stops some digits short of the lowest point.
        double[] expected = TelcoOneHot.Scores("LR3");
        (double loss, double brier) = (0, 0);
        for (int fold = 0; fold < 5; fold++)
        {
            int[] rows = TelcoOneHot.Rows(fold, inside: true);
            LogisticModel model = new LogisticEstimator().Fit(data.Take(TelcoOneHot.Rows(fold, inside: false))).Model!;
            ClassificationData test = data.Take(rows);
            double[] scores = model.Probabilities(test.Features);
            double worst = scores.Zip(rows, (score, row) => Math.Abs(score - expected[row])).Max();
            Assert.True(worst < 2e-4, FormattableString.Invariant($"Fold {fold} is off by {worst}."));
            brier += Brier(scores, test.Labels) / 5;
            for (int i = 0; i < scores.Length; i++)
            {
                loss -= Math.Log(test.Labels[i] ? scores[i] : 1 - scores[i]) / scores.Length / 5;
            }
        }

        Assert.Equal(.41739, loss, 1e-5);
        Assert.Equal(.13557, brier, 1e-5);
    }

    private static double Brier(double[] scores, ReadOnlySpan<bool> labels)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            sum += Math.Pow(scores[i] - (labels[i] ? 1 : 0), 2);
        }

        return sum / scores.Length;
    }
}
