namespace CustomerInsight.Models.Tests;

/// <summary>Cox regression against R survival 3.5-3, as in the shared statistics.</summary>
public sealed class CoxReferenceTests
{
    private const double Digits = 1e-9;

    // R stops where a step changes the likelihood by 1e-9 of it: its last digits are of that, not of the maximum.
    private static readonly CoxOptions LikeR = new() { Tolerance = 1e-9 };

    [SharedFact]
    public void Fit_RossiEfron_IsThatOfR()
    {
        FitResult<CoxModel> result = new CoxEstimator(LikeR).Fit(SurvivalFile.Rossi());
        CoxModel model = result.Model!;

        Assert.True(result.Report.Converged);
        Assert.Empty(result.Report.Warnings);
        Verify(model, [-0.3794221664859, -0.0574377426841, 0.3138997878425, -0.1497956976665, -0.4337038779373, -0.0848710825004, 0.0914970809853], Digits);
        double[] errors = [0.1913794807135, 0.0219994706007, 0.3079927765574, 0.2122242962486, 0.3818680576688, 0.1957566719066, 0.0286485499600];
        double[] z = [-1.982564510423, -2.610869312568, 1.019179057870, -0.705836703499, -1.135742749957, -0.433553971233, 3.193777036294];
        double[] p = [0.04741609486577, 0.00903123990442, 0.30811796697728, 0.48028969400903, 0.25606424338064, 0.66461236567925, 0.00140424527933];
        for (int i = 0; i < errors.Length; i++)
        {
            Assert.Equal(errors[i], model.Coefficients[i].StandardError!.Value, Digits);
            CloseTo.Relative(z[i], model.Coefficients[i].ZValue!.Value, Digits);
            Assert.Equal(p[i], model.Coefficients[i].PValue!.Value, Digits);
        }

        CoxFit fit = model.Fit!;
        Assert.Equal(-675.38063234687, fit.NullLogLikelihood, Digits);
        Assert.Equal(-658.74765944609, fit.LogLikelihood, Digits);
        Assert.Equal(33.2659458016, fit.LikelihoodRatio!.Statistic, Digits);
        Assert.Equal(7, fit.LikelihoodRatio.DegreesOfFreedom);
        CloseTo.Relative(2.3620450537e-05, fit.LikelihoodRatio.PValue, 1e-8);
        Assert.Equal(32.11, fit.Wald!.Statistic, 0.005);
        Assert.Equal(33.5286888997, fit.Score!.Statistic, Digits);
        Assert.Equal(1331.495318892, fit.PartialAic!.Value, Digits);
        Assert.Equal(1331.495318892, result.Report.Aic!.Value, Digits);
    }

    /// <summary>The maximum itself, from Newton's steps in thirty digits.</summary>
    [SharedFact]
    public void Fit_RossiEfron_IsTheMaximumToTheLastDigits()
    {
        CoxModel model = new CoxEstimator().Fit(SurvivalFile.Rossi()).Model!;

        Verify(model, [-0.379422166871208, -0.0574377430137612, 0.313899785949293, -0.149795697222785, -0.433703876690252, -0.084871082990836, 0.0914970793511209], 2e-14);
        Assert.All(model.Coefficients.Zip(new CoxEstimator(LikeR).Fit(SurvivalFile.Rossi()).Model!.Coefficients), static pair => Assert.Equal(pair.First.Value, pair.Second.Value, 2e-9));
    }

    [SharedFact]
    public void Fit_RossiBreslow_IsThatOfR()
    {
        CoxModel model = new CoxEstimator(new CoxOptions { Ties = CoxTies.Breslow, Tolerance = 1e-9 }).Fit(SurvivalFile.Rossi()).Model!;

        Verify(model, [-.3790218874308, -.0572459250447, .3141297669074, -.1511146000560, -.4327825737629, -.0849828352673, .0911115420916], Digits);
        Assert.Equal(-675.68338941750, model.Fit!.NullLogLikelihood, Digits);
        Assert.Equal(-659.12060567733, model.Fit.LogLikelihood, Digits);
    }

    [SharedFact]
    public void Fit_RossiStratified_IsThatOfR()
    {
        int[] race = [.. new SurvivalFile("rossi.csv").Numbers("race").Select(static value => (int)value)];
        CoxModel model = new CoxEstimator(LikeR).Fit(SurvivalFile.Rossi(race, null, "race")).Model!;

        Verify(model, [-.3787673742777, -.0576397452646, -.1427499257471, -.4388166866341, -.0857639540229, .0922138412432], Digits);
        Assert.Equal(-620.563608514, model.Fit!.LogLikelihood, 1e-8);
        Assert.Equal([0, 1], model.Baselines.Select(static baseline => baseline.Stratum));
    }

    /// <summary>Lifelines stops as soon as a step gains less than 1e-7, so it is not at the end of its way.</summary>
    [SharedFact]
    public void Fit_RossiRidge_IsThatOfLifelines()
    {
        CoxModel model = new CoxEstimator(new CoxOptions { Ridge = .1 }).Fit(SurvivalFile.Rossi()).Model!;

        Verify(model, [-.27334172, -.03599487, .20320647, -.20177873, -.31322586, -.05786292, .07084992], 1e-5);
        Assert.Null(model.Fit!.LikelihoodRatio);
    }

    [SharedFact]
    public void Fit_Gbsg2_IsThatOfR()
    {
        var file = new SurvivalFile("gbsg2.csv");
        FeatureMatrix features = SurvivalFile.Matrix(
            ("horTh", [.. file.Texts("horTh").Select(static text => text == "yes" ? 1.0 : 0)]),
            ("age", file.Numbers("age")),
            ("menostat", [.. file.Texts("menostat").Select(static text => text == "Post" ? 1.0 : 0)]),
            ("tsize", file.Numbers("tsize")),
            ("tgrade", [.. file.Texts("tgrade").Select(static text => (double)text.Length)]),
            ("pnodes", file.Numbers("pnodes")),
            ("progrec", file.Numbers("progrec")),
            ("estrec", file.Numbers("estrec")));
        SurvivalData data = SurvivalData.Create(features, SurvivalTimes.Create(file.Numbers("time"), Events(file, "cens")));
        CoxModel model = new CoxEstimator(LikeR).Fit(data).Model!;

        Verify(model, [-.3372029100303, -.0093923611974, .2672771632078, .0077164375533, .2802894093677, .0498939075050, -.0022378101185, .0001674282849], Digits);
        Assert.Equal(-1788.10473712, model.Fit!.NullLogLikelihood, 1e-8);
        Assert.Equal(-1737.17449040, model.Fit.LogLikelihood, 1e-8);
        Assert.Equal(.68793, model.Concordance(data).Value, 5e-6);
    }

    [SharedFact]
    public void Fit_StanfordHeartInStretches_IsThatOfR()
    {
        var file = new SurvivalFile("stanford_heart.csv");
        SurvivalTimes times = SurvivalTimes.Create(file.Numbers("stop"), Events(file, "event"), file.Numbers("start"));
        CoxModel model = new CoxEstimator(LikeR).Fit(SurvivalData.Create(file.Matrix("age", "year", "surgery", "transplant"), times)).Model!;

        Verify(model, [.02716664096, -.14634634567, -.63720988997, -.01025077241], Digits);
        Assert.Equal(-298.121355673, model.Fit!.NullLogLikelihood, Digits);
        Assert.Equal(-290.565616218, model.Fit.LogLikelihood, Digits);
    }

    [SharedFact]
    public void Fit_Leukemia_IsThatOfR()
    {
        var file = new SurvivalFile("anderson.csv", ' ');
        SurvivalTimes times = SurvivalTimes.Create(file.Numbers("t"), Events(file, "status"));
        CoxModel one = new CoxEstimator(LikeR).Fit(SurvivalData.Create(file.Matrix("Rx"), times)).Model!;
        CoxModel two = new CoxEstimator(LikeR).Fit(SurvivalData.Create(file.Matrix("Rx", "logWBC"), times)).Model!;

        Verify(one, [1.57212514883], Digits);
        Assert.Equal(.412396717709, one.Coefficients[0].StandardError!.Value, Digits);
        Verify(two, [1.38607553032, 1.69089038848], Digits);
        Assert.Equal(-69.8281010607, two.Fit!.LogLikelihood, Digits);
    }

    [SharedFact]
    public void Fit_Lung_IsThatOfR()
    {
        SurvivalFile file = new SurvivalFile("lung.csv").Complete("age", "sex", "ph.ecog");
        SurvivalTimes times = SurvivalTimes.Create(file.Numbers("time"), Events(file, "status"));
        SurvivalData data = SurvivalData.Create(file.Matrix("age", "sex", "ph.ecog"), times);
        CoxModel model = new CoxEstimator(LikeR).Fit(data).Model!;

        Verify(model, [.0110667645601, -.5526123957036, .4637284753704], Digits);
        Assert.Equal(-729.230121375, model.Fit!.LogLikelihood, Digits);
        Assert.Equal(.637135493095, model.Concordance(data).Value, Digits);
    }

    private static void Verify(CoxModel model, double[] expected, double digits)
    {
        Assert.Equal(expected.Length, model.Coefficients.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], model.Coefficients[i].Value, digits);
        }
    }

    private static bool[] Events(SurvivalFile file, string column) => [.. file.Numbers(column).Select(static value => value == 1)];
}
