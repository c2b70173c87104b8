namespace CustomerInsight.Models.Tests;

public sealed class FitReportTests
{
    [Fact]
    public void Describe_Fit_WritesALineAndTheWarnings()
    {
        var report = new FitReport("BG/NBD", FitStatus.Converged, 17, -9582.4292, 2357, [new FitWarning("a-code", "What to do.")]);

        Assert.Equal(
            ["BG/NBD: fitted, 2,357 customers, 17 iterations, log-likelihood -9,582.429", "  a-code: What to do."],
            report.Describe().TrimEnd().ReplaceLineEndings("\n").Split('\n'));
        Assert.True(report.Converged);
    }

    [Fact]
    public void Describe_FitByLikelihood_WritesParametersAndCriteria()
    {
        var report = new FitReport("BG/NBD", FitStatus.Converged, 17, -10, 100, [])
        {
            Parameters = [new("r", 0.25, 0.0125, 0.2266, 0.2757), new("alpha", 4.4, null, null, null)],
        };

        Assert.Equal(24, report.Aic);
        Assert.Equal((2 * Math.Log(100)) + 20, report.Bic!.Value, 1e-12);
        Assert.Equal(
            [
                "BG/NBD: fitted, 100 customers, 17 iterations, log-likelihood -10.000, AIC 24.0, BIC 29.2",
                "  parameter  estimate  standard error  95 % from      to",
                "  r              0.25          0.0125     0.2266  0.2757",
                "  alpha           4.4               –          –       –",
            ],
            report.Describe().TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    [Theory]
    [InlineData(FitStatus.NotConverged, "RFM: not converged, 3 customers")]
    [InlineData(FitStatus.TooLittleData, "RFM: too little data, 3 customers")]
    public void Describe_OtherEnds_SaysSo(FitStatus status, string text)
    {
        var report = new FitReport("RFM", status, 0, null, 3, []);

        Assert.Equal(text, report.Describe().TrimEnd());
        Assert.False(report.Converged);
    }

    [Fact]
    public void FindOrdinal_AnyNames_FindsThoseThatAreThere() => Prop.ForAll(
        Gen.Elements("a", "b", "B", "ä", "aa", "").ArrayOf().ToArbitrary(),
        Gen.Elements("a", "B", "z", "ä", "").ToArbitrary(),
        (names, name) => ValueList.From(names.Distinct().Order(StringComparer.Ordinal)).FindOrdinal(name, text => text) == (names.Contains(name) ? name : null)).Check(Quick.Tests(300));

    [Fact]
    public void ModelFileException_Made_KeepsWhatItIsTold()
    {
        var inner = new InvalidOperationException();

        Assert.Equal(string.Empty, new ModelFileException("text").Code);
        Assert.Same(inner, new ModelFileException("text", inner).InnerException);
        Assert.Equal("CI3001: text", new ModelFileException(ModelFileException.NewerVersion, "text").Message);
    }
}
