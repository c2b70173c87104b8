namespace CustomerInsight.Models.Tests;

public sealed class ParetoNbdCovariateTests
{
    private static readonly ParetoNbdCovariateModel Truth = new(
        new ParetoNbdModel(1.2, 9, 0.8, 10, TimeUnit.Week), [new ParetoNbdCovariate("first-order", 40, 0.03, -0.02), new ParetoNbdCovariate("web", 0.3, -0.4, 0.6)]);

    private static readonly ParetoNbdOptions Weekly = new() { Unit = TimeUnit.Week };
    private static readonly CovariatePurchases Some = CovariateCustomers.Draw(static values => Truth.For(values), 800, 1);

    [Fact]
    public void Fit_ManyDraws_RecoversWithinTheStandardErrorsAtTheRightRate()
    {
        double[] truth = [1.2, 9, 0.8, 10, 0.03, -0.4, -0.02, 0.6];
        double sum = 0;
        double square = 0;
        double largest = 0;
        for (ulong seed = 1; seed <= 4; seed++)
        {
            FitReport report = new ParetoNbdCovariateEstimator(Weekly).Fit(CovariateCustomers.Draw(static values => Truth.For(values), 1_200, seed)).Report;
            Assert.True(report.Converged);
            for (int i = 0; i < truth.Length; i++)
            {
                // Parameters are compared on the log scale, where their errors are nearly normal; coefficients as they are.
                ParameterEstimate estimate = report.Parameters[i];
                double z = i < 4 ? Math.Log(estimate.Value / truth[i]) * estimate.Value / estimate.StandardError!.Value : (estimate.Value - truth[i]) / estimate.StandardError!.Value;
                sum += z;
                square += z * z;
                largest = Math.Max(largest, Math.Abs(z));
            }
        }

        // 32 z-scores, not all independent.
        Assert.InRange(sum / 32, -0.6, 0.6);
        Assert.InRange(square / 32, 0.4, 2.0);
        Assert.InRange(largest, 1.2, 4.2);
    }

    [Fact]
    public void Fit_LogLikelihoodOfTheReport_IsTheSumOverCustomersOfTheirOwnModelsAndBeatsTheOneWithout()
    {
        FitResult<ParetoNbdCovariateModel> fit = new ParetoNbdCovariateEstimator(Weekly).Fit(Some);
        double sum = Enumerable.Range(0, Some.Patterns.Count).Sum(row => fit.Model!.For(Some.Covariates.Row(row)).LogLikelihood(Some.Patterns[row]));

        Assert.Equal(sum, fit.Report.LogLikelihood!.Value, 1e-9 * Math.Abs(sum));
        Assert.True(fit.Report.LogLikelihood > Assert.Single(fit.Report.Parts).LogLikelihood + 10);
        Assert.Equal("Pareto/NBD with covariates", fit.Report.Model);
        Assert.Equal(["r", "alpha", "s", "beta", "rate first-order", "rate web", "drop-out first-order", "drop-out web"], fit.Report.Parameters.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void Fit_AnyOrderUnitAndThreads_IsTheSame()
    {
        ParetoNbdCovariateModel one = new ParetoNbdCovariateEstimator(Weekly).Fit(Some).Model!;
        ParetoNbdCovariateModel other = new ParetoNbdCovariateEstimator(new ParetoNbdOptions { Unit = TimeUnit.Week, MaxDegreeOfParallelism = 1 }).Fit(CovariateCustomers.Reordered(Some, 3)).Model!;
        ParetoNbdCovariateModel days = new ParetoNbdCovariateEstimator(new ParetoNbdOptions { Unit = TimeUnit.Day }).Fit(Some).Model!;

        Assert.Equal(one, other);
        Assert.Equal(7 * one.Average.Beta, days.Average.Beta, 1e-3);
        Assert.Equal(one.Covariates[1].DropOut, days.Covariates[1].DropOut, 1e-5);
    }

    [Fact]
    public void Fit_ColumnsOfOneProcessOnly_LeaveTheOtherAlone()
    {
        ParetoNbdCovariateModel model = new ParetoNbdCovariateEstimator(Weekly, new CovariateOptions { RateColumns = ["web"], DropOutColumns = [] }).Fit(Some).Model!;

        ParetoNbdCovariate only = Assert.Single(model.Covariates);
        Assert.Equal("web", only.Column);
        Assert.NotEqual(0, only.Rate);
        Assert.Equal(0, only.DropOut);
    }

    [Fact]
    public void Fit_ColumnsThatCannotBeToldApart_AreRefused()
    {
        CovariatePurchases constant = CovariateCustomers.With(Some, CovariateCustomers.Columns, static row => [row[0], 1]);
        FitResult<ParetoNbdCovariateModel> fit = new ParetoNbdCovariateEstimator().Fit(constant);

        Assert.Null(fit.Model);
        Assert.Equal("constant-covariate", Assert.Single(fit.Report.Warnings).Code);
        Assert.NotNull(new ParetoNbdCovariateEstimator(Weekly, new CovariateOptions { RateColumns = ["first-order"], DropOutColumns = ["first-order"] }).Fit(constant).Model);
    }

    [Fact]
    public void For_Covariates_ShiftsTheParameters()
    {
        Assert.Equal(Truth.Average, Truth.For(40, 0.3));
        ParetoNbdModel more = Truth.For(41, 0.3);
        Assert.Equal(9 * Math.Exp(-0.03), more.Alpha, 1e-12);
        Assert.Equal(10 * Math.Exp(0.02), more.Beta, 1e-12);
        Assert.Throws<ArgumentException>(() => Truth.For(1));
        Assert.Throws<ArgumentException>(() => new ParetoNbdCovariateModel(Truth.Average, [new("x", 0, 0, double.NaN)]));
    }

    [Fact]
    public void SaveLoad_Model_IsEqual()
    {
        using var file = new MemoryStream();
        Truth.Save(file);
        file.Position = 0;

        Assert.Equal(Truth, ParetoNbdCovariateModel.Load(file));
    }

    [Fact]
    public void Describe_Model_SaysWhatOneMoreDoes()
    {
        string text = Truth.Describe();

        Assert.Contains("for a customer of average covariates Pareto/NBD r=1.2", text, StringComparison.Ordinal);
        Assert.Contains("3.0 % more often      2.0 % lower", text, StringComparison.Ordinal);
        Assert.Contains("33.0 % less often    82.2 % higher", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CustomerLikelihood_AnyCustomer_IsThatOfTheModelWithItsGradient() => Prop.ForAll(
        Gen.Choose(-300, 300).Select(static log => log / 100.0).ArrayOf(4).ToArbitrary(),
        Gen.Choose(0, 300).ToArbitrary(),
        Gen.Choose(0, 1_000).ToArbitrary(),
        static (logs, repeats, share) =>
        {
            var likelihood = new ParetoNbdCustomerLikelihood();
            double tenure = 3;
            double active = repeats == 0 ? 0 : tenure * share / 1_000;
            double[] gradient = new double[4];
            double log = CovariateCustomers.Evaluate(likelihood, repeats, active, tenure, logs, gradient);
            double model = new ParetoNbdModel(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]), TimeUnit.Day).LogLikelihood(new RepeatPattern(repeats, active, tenure));
            bool isRight = Math.Abs(log - model) <= 1e-10 * Math.Max(1, Math.Abs(model));
            for (int i = 0; i < 4; i++)
            {
                double[] up = [.. logs];
                double[] down = [.. logs];
                up[i] += 1e-5;
                down[i] -= 1e-5;
                double slope = (CovariateCustomers.Evaluate(likelihood, repeats, active, tenure, up, new double[4]) - CovariateCustomers.Evaluate(likelihood, repeats, active, tenure, down, new double[4])) / 2e-5;
                isRight &= Math.Abs(slope - gradient[i]) <= 1e-5 * Math.Max(1, Math.Abs(log));
            }

            return isRight;
        }).Check(Quick.Tests(300));
}
