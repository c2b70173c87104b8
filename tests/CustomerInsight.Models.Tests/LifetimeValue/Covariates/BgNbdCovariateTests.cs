namespace CustomerInsight.Models.Tests;

public sealed class BgNbdCovariateTests
{
    private static readonly BgNbdCovariateModel Truth = new(
        new BgNbdModel(0.9, 8, 0.8, 2.4, TimeUnit.Week),
        [new BgNbdCovariate("first-order", 40, 0.03, 0, 0.02), new BgNbdCovariate("web", 0.3, -0.4, 0.5, 0)]);

    private static readonly BgNbdOptions Weekly = new() { Unit = TimeUnit.Week };
    private static readonly CovariatePurchases Some = CovariateCustomers.Draw(static values => Truth.For(values), 3_000, 1);

    [Fact]
    public void Fit_ManyDraws_RecoversWithinTheStandardErrorsAtTheRightRate()
    {
        double[] truth = [0.9, 8, 0.8, 2.4, 0.03, -0.4, 0, 0.5, 0.02, 0];
        double sum = 0;
        double square = 0;
        double largest = 0;
        for (ulong seed = 1; seed <= 8; seed++)
        {
            FitReport report = new BgNbdCovariateEstimator(Weekly).Fit(CovariateCustomers.Draw(static values => Truth.For(values), 3_000, seed)).Report;
            Assert.True(report.Converged);
            for (int i = 0; i < truth.Length; i++)
            {
                // The truth of alpha, a and b is at 40 and 0.3, the estimates at the means of the sample: hardly apart.
                ParameterEstimate estimate = report.Parameters[i];
                double z = i < 4 ? Math.Log(estimate.Value / truth[i]) * estimate.Value / estimate.StandardError!.Value : (estimate.Value - truth[i]) / estimate.StandardError!.Value;
                sum += z;
                square += z * z;
                largest = Math.Max(largest, Math.Abs(z));
            }
        }

        // 80 z-scores, not all independent.
        Assert.InRange(sum / 80, -0.4, 0.4);
        Assert.InRange(square / 80, 0.6, 1.6);
        Assert.InRange(largest, 1.5, 4.2);
    }

    [Fact]
    public void Fit_CovariatesThatMatter_BeatTheModelWithout()
    {
        FitReport report = new BgNbdCovariateEstimator(Weekly).Fit(Some).Report;
        FitReport plain = new BgNbdEstimator(Weekly).Fit(Some.Patterns).Report;

        FitReport part = Assert.Single(report.Parts);
        Assert.Equal(plain.LogLikelihood, part.LogLikelihood);
        Assert.True(report.LogLikelihood > plain.LogLikelihood + 20);
        Assert.True(report.Aic < plain.Aic);
        Assert.Equal("BG/NBD with covariates", report.Model);
        Assert.Equal(["r", "alpha", "a", "b", "rate first-order", "rate web", "a first-order", "a web", "b first-order", "b web"], report.Parameters.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void Fit_LogLikelihoodOfTheReport_IsTheSumOverCustomersOfTheirOwnModels()
    {
        FitResult<BgNbdCovariateModel> fit = new BgNbdCovariateEstimator(Weekly).Fit(Some);
        double sum = Enumerable.Range(0, Some.Patterns.Count).Sum(row => fit.Model!.For(Some.Covariates.Row(row)).LogLikelihood(Some.Patterns[row]));

        Assert.Equal(sum, fit.Report.LogLikelihood!.Value, 1e-9 * Math.Abs(sum));
    }

    [Fact]
    public void Fit_NoColumns_IsTheModelWithout()
    {
        FitResult<BgNbdCovariateModel> fit = new BgNbdCovariateEstimator(Weekly, new CovariateOptions { RateColumns = [], DropOutColumns = [] }).Fit(Some);
        FitResult<BgNbdModel> plain = new BgNbdEstimator(Weekly).Fit(Some.Patterns);

        Assert.Empty(fit.Model!.Covariates);
        Assert.Equal(plain.Report.LogLikelihood!.Value, fit.Report.LogLikelihood!.Value, 1e-6);
        Assert.Equal(plain.Model!.Alpha, fit.Model.Average.Alpha, 1e-4 * plain.Model.Alpha);
    }

    [Fact]
    public void Fit_ColumnsOfOneProcessOnly_LeaveTheOtherAlone()
    {
        var options = new CovariateOptions { RateColumns = ["web"], DropOutColumns = ["first-order"] };
        BgNbdCovariateModel model = new BgNbdCovariateEstimator(Weekly, options).Fit(Some).Model!;

        Assert.Equal(["first-order", "web"], model.Covariates.Select(static covariate => covariate.Column));
        Assert.Equal(0, model.Covariates[0].Rate);
        Assert.NotEqual(0, model.Covariates[0].A);
        Assert.NotEqual(0, model.Covariates[1].Rate);
        Assert.Equal(0, model.Covariates[1].B);
        Assert.Contains("no covariate 'age'", Assert.Throws<ArgumentException>(
            () => new BgNbdCovariateEstimator(Weekly, new CovariateOptions { RateColumns = ["age"] }).Fit(Some)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AnyOrderAndThreads_IsTheSame()
    {
        BgNbdCovariateModel one = Fit(Some, 1);

        Assert.Equal(one, Fit(CovariateCustomers.Reordered(Some, 5), 1));
        Assert.Equal(one, Fit(Some, 3));

        static BgNbdCovariateModel Fit(CovariatePurchases data, int threads) =>
            new BgNbdCovariateEstimator(new BgNbdOptions { Unit = TimeUnit.Week, MaxDegreeOfParallelism = threads }).Fit(data).Model!;
    }

    [Fact]
    public void Fit_CovariatesInOtherUnits_SaysTheSame()
    {
        CovariatePurchases cents = CovariateCustomers.With(Some, CovariateCustomers.Columns, static row => [(100 * row[0]) + 7_000_000, row[1]]);

        FitResult<BgNbdCovariateModel> euros = new BgNbdCovariateEstimator(Weekly).Fit(Some);
        FitResult<BgNbdCovariateModel> scaled = new BgNbdCovariateEstimator(Weekly).Fit(cents);

        Assert.Equal(euros.Report.LogLikelihood!.Value, scaled.Report.LogLikelihood!.Value, 1e-6);
        Assert.Equal(euros.Model!.Covariates[0].Rate, 100 * scaled.Model!.Covariates[0].Rate, 1e-5);
        Assert.Equal(euros.Report.Parameters[4].StandardError!.Value, 100 * scaled.Report.Parameters[4].StandardError!.Value, 1e-5);
        Assert.Equal(
            euros.Model.For(55, 1).ExpectedPurchases(Duration.Weeks(39)),
            scaled.Model.For(7_005_500, 1).ExpectedPurchases(Duration.Weeks(39)),
            1e-5);
    }

    [Fact]
    public void Fit_ModelInDays_SaysTheSame()
    {
        FitResult<BgNbdCovariateModel> weeks = new BgNbdCovariateEstimator(Weekly).Fit(Some);
        FitResult<BgNbdCovariateModel> days = new BgNbdCovariateEstimator(new BgNbdOptions { Unit = TimeUnit.Day }).Fit(Some);

        Assert.Equal(7 * weeks.Model!.Average.Alpha, days.Model!.Average.Alpha, 1e-4);
        Assert.Equal(weeks.Report.LogLikelihood!.Value - (Math.Log(7) * Some.Patterns.Sum(static pattern => pattern.Repeats)), days.Report.LogLikelihood!.Value, 1e-5);
    }

    [Fact]
    public void Fit_StrongRidge_DrawsCoefficientsToNothing()
    {
        FitResult<BgNbdCovariateModel> free = new BgNbdCovariateEstimator(Weekly).Fit(Some);
        FitResult<BgNbdCovariateModel> held = new BgNbdCovariateEstimator(Weekly, new CovariateOptions { Ridge = 100 }).Fit(Some);
        FitResult<BgNbdCovariateModel> fixedAtZero = new BgNbdCovariateEstimator(Weekly, new CovariateOptions { Ridge = 1_000_000 }).Fit(Some);

        Assert.True(Math.Abs(held.Model!.Covariates[0].Rate) < Math.Abs(free.Model!.Covariates[0].Rate));
        Assert.Equal(0, fixedAtZero.Model!.Covariates[0].Rate, 0.001);
        Assert.True(fixedAtZero.Report.LogLikelihood < held.Report.LogLikelihood && held.Report.LogLikelihood < free.Report.LogLikelihood);
        Assert.Equal(free.Report.Parts[0].LogLikelihood!.Value, fixedAtZero.Report.LogLikelihood!.Value, 0.5);
    }

    [Fact]
    public void Fit_Modified_FitsTheModifiedModel()
    {
        var truth = new BgNbdCovariateModel(new BgNbdModel(1.2, 9, 0.8, 1.6, TimeUnit.Week, BgNbdVariant.Modified), [new("first-order", 40, 0.03, 0, 0), new("web", 0.3, 0, 0.5, 0)]);
        CovariatePurchases data = CovariateCustomers.Draw(values => truth.For(values), 3_000, 9);

        FitResult<BgNbdCovariateModel> fit = new BgNbdCovariateEstimator(new BgNbdOptions { Unit = TimeUnit.Week, Variant = BgNbdVariant.Modified }).Fit(data);

        Assert.Equal("MBG/NBD with covariates", fit.Report.Model);
        Assert.Equal(BgNbdVariant.Modified, fit.Model!.Average.Variant);
        Assert.Equal(0.03, fit.Model.Covariates[0].Rate, 4 * fit.Report.Parameters[4].StandardError!.Value);
        double sum = Enumerable.Range(0, data.Patterns.Count).Sum(row => fit.Model.For(data.Covariates.Row(row)).LogLikelihood(data.Patterns[row]));
        Assert.Equal(sum, fit.Report.LogLikelihood!.Value, 1e-9 * Math.Abs(sum));
    }

    [Fact]
    public void Fit_ColumnsThatCannotBeToldApart_AreRefused()
    {
        FitResult<BgNbdCovariateModel> constant = Fit(["first-order", "web", "all"], static row => [row[0], row[1], 3]);
        FitResult<BgNbdCovariateModel> collinear = Fit(["first-order", "web", "store"], static row => [row[0], row[1], 1 - row[1]]);

        Assert.Null(constant.Model);
        Assert.Equal("constant-covariate", Assert.Single(constant.Report.Warnings).Code);
        Assert.Null(collinear.Model);
        FitWarning warning = Assert.Single(collinear.Report.Warnings);
        Assert.Equal("collinear-covariates", warning.Code);
        Assert.Contains("web, store follows", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("first-order", warning.Message, StringComparison.Ordinal);

        static FitResult<BgNbdCovariateModel> Fit(ValueList<string> columns, Func<double[], double[]> change) => new BgNbdCovariateEstimator().Fit(CovariateCustomers.With(Some, columns, change));
    }

    [Fact]
    public void Fit_CustomersWhoLackACovariate_AreLeftOutAndCounted()
    {
        CovariatePurchases gaps = CovariateCustomers.With(Some, CovariateCustomers.Columns, static row => [row[0] > 60 ? double.NaN : row[0], row[1]]);
        int missing = Enumerable.Range(0, Some.Patterns.Count).Count(static row => Some.Covariates.Row(row)[0] > 60);

        FitReport report = new BgNbdCovariateEstimator(Weekly).Fit(gaps).Report;
        FitReport unused = new BgNbdCovariateEstimator(Weekly, new CovariateOptions { RateColumns = ["web"], DropOutColumns = [] }).Fit(gaps).Report;

        Assert.True(missing > 10);
        Assert.Equal(Some.Patterns.Count - missing, report.Customers);
        Assert.Contains($"{missing} customers", Assert.Single(report.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal("missing-covariates", report.Warnings[0].Code);
        Assert.Equal(Some.Patterns.Count, unused.Customers);
        Assert.Empty(unused.Warnings);
    }

    [Fact]
    public void Fit_TooFewCustomers_SaysSo()
    {
        CovariatePurchases few = CovariateCustomers.Draw(static values => Truth.For(values), 9, 1);

        FitResult<BgNbdCovariateModel> fit = new BgNbdCovariateEstimator().Fit(few);

        Assert.Null(fit.Model);
        Assert.Equal(FitStatus.TooLittleData, fit.Report.Status);
        Assert.Equal("too-few-customers", Assert.Single(fit.Report.Warnings).Code);
    }

    [Fact]
    public void Data_RowsThatDoNotMatch_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new CovariatePurchases([default], FeatureMatrix.Create(["x"], [1, 2])));

    [Fact]
    public void Model_Arguments_AreChecked()
    {
        Assert.Throws<ArgumentException>(() => Truth.For(1));
        Assert.Throws<ArgumentException>(() => new BgNbdCovariateEstimator(new BgNbdOptions { Regularity = 2 }));
        Assert.Throws<ArgumentException>(() => new BgNbdCovariateEstimator(covariates: new CovariateOptions { Ridge = -1 }));
        Assert.Throws<ArgumentException>(() => Truth.For(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Truth.For(1e6, 0));
        Assert.Throws<ArgumentException>(() => new BgNbdCovariateModel(Truth.Average, [new("x", 0, 0, 0, 0), new("x", 0, 0, 0, 0)]));
        Assert.Throws<ArgumentException>(() => new BgNbdCovariateModel(Truth.Average, [new("x", 0, double.PositiveInfinity, 0, 0)]));
    }

    [Fact]
    public void For_CovariatesAtTheirMeans_IsTheAverageCustomer()
    {
        Assert.Equal(Truth.Average, Truth.For(40, 0.3));
        BgNbdModel more = Truth.For(41, 0.3);
        Assert.Equal(8 * Math.Exp(-0.03), more.Alpha, 1e-12);
        Assert.Equal(0.8, more.A, 1e-12);
        Assert.Equal(2.4 * Math.Exp(0.02), more.B, 1e-12);
    }

    [Fact]
    public void SaveLoad_Model_IsEqual()
    {
        using var file = new MemoryStream();
        Truth.Save(file);
        file.Position = 0;

        Assert.Equal(Truth, BgNbdCovariateModel.Load(file));
        Assert.Throws<ModelFileException>(() => BgNbdCovariateModel.Load(new MemoryStream("{\"kind\":\"customer-insight/bg-nbd-covariates\",\"version\":1,\"model\":{\"average\":null,\"covariates\":null}}"u8.ToArray())));
    }

    [Fact]
    public void Describe_Model_SaysWhatOneMoreDoes() => Assert.Equal(
        """
        BG/NBD with covariates; for a customer of average covariates BG/NBD r=0.9 alpha=8 (Week) a=0.8 b=2.4
        1 more of    mean               buys  odds of leaving after a purchase
        first-order    40   3.0 % more often                       2.0 % lower
        web           0.3  33.0 % less often                     64.9 % higher

        """.ReplaceLineEndings(),
        Truth.Describe());

    [Fact]
    public void CustomerLikelihood_AnyCustomer_IsThatOfTheModelWithItsGradient() => Prop.ForAll(
        Gen.Choose(-300, 300).Select(static log => log / 100.0).ArrayOf(4).ToArbitrary(),
        Gen.Choose(0, 300).ToArbitrary(),
        Gen.Choose(0, 1_000).ToArbitrary(),
        static (logs, repeats, share) =>
        {
            bool isRight = true;
            foreach (BgNbdVariant variant in Enum.GetValues<BgNbdVariant>())
            {
                var likelihood = new BgNbdCustomerLikelihood(variant);
                double tenure = 3;
                double active = repeats == 0 ? 0 : tenure * share / 1_000;
                double[] gradient = new double[4];
                double log = CovariateCustomers.Evaluate(likelihood, repeats, active, tenure, logs, gradient);
                double model = new BgNbdModel(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]), TimeUnit.Day, variant).LogLikelihood(new RepeatPattern(repeats, active, tenure));
                isRight &= Math.Abs(log - model) <= 1e-10 * Math.Max(1, Math.Abs(model));
                for (int i = 0; i < 4; i++)
                {
                    double[] up = [.. logs];
                    double[] down = [.. logs];
                    up[i] += 1e-5;
                    down[i] -= 1e-5;
                    double slope = (CovariateCustomers.Evaluate(likelihood, repeats, active, tenure, up, new double[4]) - CovariateCustomers.Evaluate(likelihood, repeats, active, tenure, down, new double[4])) / 2e-5;
                    isRight &= Math.Abs(slope - gradient[i]) <= 1e-5 * Math.Max(1, Math.Abs(log));
                }
            }

            return isRight;
        }).Check(Quick.Tests(300));
}
