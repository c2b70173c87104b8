namespace CustomerInsight.Models.Tests;

public sealed class LogisticModelTests
{
    private static readonly ClassificationData Data = LogisticDefinition.Rows(300, 11, 23);

    private static readonly LogisticModel Model = new LogisticEstimator(new LogisticOptions { Penalty = LogisticPenalty.None }).Fit(Data).Model!;

    [Fact]
    public void Margins_EachRow_AreTheSumOfTheDefinition()
    {
        double[] margins = new double[Data.Rows];
        double[] contributions = new double[Data.Rows * 11];
        Model.Margins(Data.Features, margins);
        Model.Contributions(Data.Features, contributions);
        for (int row = 0; row < Data.Rows; row++)
        {
            double expected = Model.Intercept + Model.Coefficients.Select((one, column) => one.Value * Data.Features.Row(row)[column]).Sum();
            Assert.Equal(expected, margins[row], 1e-9);
            Assert.Equal(margins[row], Model.Baseline + contributions.AsSpan(row * 11, 11).ToArray().Sum(), 1e-10);
            Assert.Equal(margins[row], Model.Margin(Data.Features.Row(row)));
        }
    }

    [Theory]
    [InlineData(2, double.NaN)]
    [InlineData(10, double.NaN)]
    [InlineData(2, double.PositiveInfinity)]
    [InlineData(10, double.NegativeInfinity)]
    public void Margins_MissingFeature_CountsAsTheMean(int column, double value)
    {
        double[] missing = Data.Features.Row(5).ToArray();
        double[] mean = Data.Features.Row(5).ToArray();
        missing[column] = value;
        mean[column] = Model.Coefficients[column].Mean;
        double[] contributions = new double[11];

        Model.Contributions(FeatureMatrix.Create(Model.Columns, missing), contributions);

        Assert.Equal(Model.Margin(mean), Model.Margin(missing), 1e-12);
        Assert.Equal(0, contributions[column]);
    }

    [Fact]
    public void Margins_OtherFeatures_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Model.Margins(Points.Matrix(new double[6], 3), new double[2]));
        Assert.Throws<ArgumentException>(() => Model.Margins(Data.Features, new double[2]));
        Assert.Throws<ArgumentException>(() => Model.Contributions(Data.Features, new double[2]));
    }

    [Fact]
    public void Load_ModelThatWasSaved_IsEqual()
    {
        Assert.Equal(Model, LogisticModel.Load(Saved(Model)));
        LogisticModel known = new(0.25, [new LogisticCoefficient("recency", -0.125), new LogisticCoefficient("frequency", 1)]);
        Assert.Equal(known, LogisticModel.Load(Saved(known)));
        Assert.NotEqual(known, Model);
    }

    [Theory]
    [InlineData("interceptStandardError", "-5")]
    [InlineData("interceptStandardError", "1e999")]
    [InlineData("standardError", "1e999")]
    [InlineData("rows", "-3")]
    [InlineData("positives", "301")]
    [InlineData("parameters", "-1")]
    [InlineData("weight", "-1")]
    [InlineData("logLikelihood", "1e999")]
    [InlineData("nullLogLikelihood", "-1e999")]
    [InlineData("positiveWeight", "0")]
    public void Load_ImpossibleStatistics_SaysSo(string field, string number)
    {
        LogisticModel fitted = new LogisticEstimator(new LogisticOptions { Penalty = LogisticPenalty.None, PositiveWeight = 2 }).Fit(Data).Model!;
        using var reader = new StreamReader(Saved(fitted));
        string text = reader.ReadToEnd();
        string damaged = System.Text.RegularExpressions.Regex.Replace(text, $"\"{field}\": [-0-9.E+]+", $"\"{field}\": {number}");
        Assert.NotEqual(text, damaged);

        Assert.Equal(ModelFileException.ImpossibleValues, Assert.Throws<ModelFileException>(() => LogisticModel.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(damaged)))).Code);
        Assert.Equal(fitted, LogisticModel.Load(Saved(fitted)));
    }

    [Fact]
    public void Create_CoefficientsThatAreNone_SayWhich()
    {
        Assert.Contains("two", Assert.Throws<ArgumentException>(static () => new LogisticModel(0, [new("a", 1), new("a", 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("'b' holds", Assert.Throws<ArgumentException>(static () => new LogisticModel(0, [new("a", 1), new("b", double.NaN)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new LogisticModel(0, [new("a", 1)]) { InterceptStandardError = -1 });
    }

    [Theory]
    [InlineData("\"deviation\": 1", "\"deviation\": -1", ModelFileException.ImpossibleValues)]
    [InlineData("\"column\": \"b\"", "\"column\": \"a\"", ModelFileException.ImpossibleValues)]
    [InlineData("\"column\": \"b\"", "\"column\": null", ModelFileException.ImpossibleValues)]
    [InlineData("\"value\": 2", "\"value\": \"x\"", ModelFileException.Unreadable)]
    [InlineData("\"baseline\": 0.5,", "", ModelFileException.Unreadable)]
    [InlineData("\"version\": 1", "\"version\": 99", ModelFileException.NewerVersion)]
    public void Load_DamagedFile_SaysSo(string part, string by, string code)
    {
        LogisticModel known = new(0.5, [new LogisticCoefficient("a", 1, 3), new LogisticCoefficient("b", 2, 4)]);
        using var reader = new StreamReader(Saved(known));
        string text = reader.ReadToEnd();
        Assert.Contains(part, text, StringComparison.Ordinal);

        Assert.Equal(code, Assert.Throws<ModelFileException>(() => LogisticModel.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.Replace(part, by, StringComparison.Ordinal))))).Code);
    }

    [Fact]
    public void Describe_FittedModel_ShowsATableOfColumns()
    {
        string text = Model.Describe();

        Assert.Contains("f10", text, StringComparison.Ordinal);
        Assert.Contains("(intercept)", text, StringComparison.Ordinal);
        Assert.Contains("odds ratio", text, StringComparison.Ordinal);
        Assert.Contains("likelihood ratio", text, StringComparison.Ordinal);
        Assert.Contains("300 rows", text, StringComparison.Ordinal);
        Assert.DoesNotContain("standard error", new LogisticEstimator().Fit(Data).Model!.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToVegaLite_AnyModel_HasAPointForEachColumn()
    {
        using var chart = System.Text.Json.JsonDocument.Parse(Model.ToVegaLite());

        Assert.Equal(11, chart.RootElement.GetProperty("data").GetProperty("values").GetArrayLength());
    }

    private static MemoryStream Saved(LogisticModel model)
    {
        var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;
        return file;
    }
}
