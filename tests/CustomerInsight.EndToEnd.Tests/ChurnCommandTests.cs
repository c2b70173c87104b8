using System.Globalization;
using System.Text;
using System.Text.Json;
using CustomerInsight.Benchmarks;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>The command that measures how well leaving is foretold from any table.</summary>
public sealed class ChurnCommandTests : IDisposable
{
    private static readonly string[] Measures = ["auc", "averagePrecision", "logLoss", "brier", "liftTop10", "seconds"];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SharedFact]
    public async Task Churn_TelcoOnTheGivenFolds_ReachesTheBars()
    {
        (int code, string screen, _) = await RunAsync(
            "--data", SharedData.Path("data", "churn", "telco_churn.csv"), "--target", "Churn", "--positive", "Yes", "--id", "customerID",
            "--folds", SharedData.Path("reference", "churn", "telco_folds.csv"), "--repetitions", "1", "--json", _folder["churn.json"]);

        Assert.Equal(0, code);
        Assert.Contains("1,869 positive (26.54 %)", screen, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["churn.json"]));
        JsonElement boosting = json.RootElement.GetProperty("boosting");
        Assert.True(json.RootElement.GetProperty("logistic").GetProperty("auc").GetDouble() >= 0.845);
        Assert.True(boosting.GetProperty("auc").GetDouble() >= 0.849);
        Assert.True(boosting.GetProperty("logLoss").GetDouble() <= 0.4125);
        Assert.True(boosting.GetProperty("brier").GetDouble() <= 0.1340);
    }

    [Fact]
    public async Task Churn_TableOfAnyKind_IsMeasuredTheSameWhateverTheOrderOfRows()
    {
        string[] rows = [.. Enumerable.Range(0, 400).Select(Row)];
        string header = "id,age,plan,signed_up,note,left\n";
        string table = _folder.Write("table.csv", header + string.Join('\n', rows));
        string turned = _folder.Write("turned.csv", header + string.Join('\n', rows.Reverse()));

        (int code, _, string error) = await RunAsync("--data", table, "--target", "left", "--positive", "gone", "--id", "id", "--folds", "4", "--repetitions", "1", "--json", _folder["one.json"]);
        await RunAsync("--data", turned, "--target", "left", "--positive", "gone", "--id", "id", "--folds", "4", "--repetitions", "1", "--json", _folder["other.json"]);

        Assert.Equal((0, string.Empty), (code, error));
        using var one = JsonDocument.Parse(File.ReadAllText(_folder["one.json"]));
        using var other = JsonDocument.Parse(File.ReadAllText(_folder["other.json"]));
        foreach (string model in new[] { "logistic", "boosting" })
        {
            Assert.True(one.RootElement.GetProperty(model).GetProperty("auc").GetDouble() > 0.7, model);
            foreach (string measure in Measures[..^1])
            {
                Assert.Equal(one.RootElement.GetProperty(model).GetProperty(measure).GetDouble(), other.RootElement.GetProperty(model).GetProperty(measure).GetDouble());
            }
        }
    }

    [Theory]
    [InlineData("has no column 'nobody'", "--target", "nobody", "--positive", "gone")]
    [InlineData("has no column 'nothing' to drop", "--target", "left", "--positive", "gone", "--drop", "nothing")]
    [InlineData("has no column 'who'", "--target", "left", "--positive", "gone", "--id", "who")]
    [InlineData("The event happened in no row", "--target", "left", "--positive", "never")]
    public async Task Churn_TableThatCannotBeLearnedFrom_IsToldWhy(string words, params string[] options)
    {
        string table = _folder.Write("table.csv", "id,age,plan,signed_up,note,left\n" + string.Join('\n', Enumerable.Range(0, 100).Select(Row)));

        (int code, _, string error) = await RunAsync(["--data", table, .. options]);

        Assert.Equal(1, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Churn_CustomerWithoutAFold_IsAnError()
    {
        string table = _folder.Write("table.csv", "id,age,plan,signed_up,note,left\n" + string.Join('\n', Enumerable.Range(0, 10).Select(Row)));
        string folds = _folder.Write("folds.csv", "id,fold\nc0,0\nc1,1\n");

        (int code, _, string error) = await RunAsync("--data", table, "--target", "left", "--positive", "gone", "--id", "id", "--folds", folds);

        Assert.Equal(1, code);
        Assert.Contains("8 customers of the table have no fold", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data, --target and --positive are needed", "--target", "left")]
    [InlineData("--folds FILE needs --id", "--data", "a", "--target", "b", "--positive", "c", "--folds", "folds.csv")]
    [InlineData("--folds takes", "--folds", "1")]
    [InlineData("--seed takes", "--seed", "x")]
    [InlineData("--repetitions takes", "--repetitions", "0")]
    [InlineData("--sideways", "--sideways", "1")]
    public async Task Churn_OptionsItCannotUnderstand_AreNamed(string words, params string[] args)
    {
        (int code, _, string error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Churn_FileThatIsNotThere_IsNamed()
    {
        (int code, _, string error) = await RunAsync("--data", "no-such-file.csv", "--target", "a", "--positive", "b");

        Assert.Equal(1, code);
        Assert.Contains("no-such-file.csv", error, StringComparison.Ordinal);
    }

    /// <summary>Some 30 % leave: the young of the free plan above all.</summary>
    private static string Row(int i)
    {
        var random = new SeededRandom((ulong)i + 1);
        int age = 18 + random.Next(60);
        bool isFree = random.Next(2) == 0;
        bool left = random.NextDouble() < (isFree ? 0.6 : 0.15) * (age < 40 ? 1.2 : 0.5);
        return new StringBuilder().Append(CultureInfo.InvariantCulture, $"c{i},{(i % 9 == 0 ? string.Empty : age)},{(isFree ? "free" : "paid")},{new DateOnly(2024, 1, 1).AddDays(random.Next(400)):yyyy-MM-dd},note {i},{(left ? "gone" : "here")}").ToString();
    }

    private static async Task<(int Code, string Screen, string Error)> RunAsync(params string[] args)
    {
        using var screen = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        return (await ChurnCommand.RunAsync(args, screen, error, CancellationToken.None), screen.ToString(), error.ToString());
    }
}
