using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>The defaults on the shared Telco customers, with the folds of the reference.</summary>
public sealed class BoostingTelcoTests
{
    [SharedFact]
    public void Defaults_ColumnsOfTheReference_AreBetterThanTheBestPeer() => AssertReached(TelcoOneHot.All, 0.84813, 0.41301, 0.13427);

    [SharedFact]
    public void Defaults_EncodedTable_ReachTheGoal()
    {
        string[] lines = File.ReadAllLines(SharedData.Path("data", "churn", "telco_churn.csv"));
        string[] header = CsvLine.Split(lines[0]);
        string[][] cells = [.. lines.Skip(1).Select(CsvLine.Split)];
        Dictionary<string, bool> churned = cells.ToDictionary(static row => row[0], static row => row[^1] == "Yes");
        var table = TraitTable.Create(
            [.. cells.Select(static row => row[0])], null, ValueList.From(Enumerable.Range(1, header.Length - 2).Select(column => TraitColumn.FromTexts(header[column], [.. cells.Select(row => row[column])]))));
        FeatureEncoding encoding = new FeatureEncoder(new FeatureEncoderOptions { Style = EncodingStyle.Trees }).Fit(table).Model!;

        FeatureMatrix encoded = encoding.Encode(table);
        Dictionary<string, int> places = encoded.Customers!.Select(static (customer, row) => (customer, row)).ToDictionary(static pair => pair.customer, static pair => pair.row);
        ClassificationData data = ClassificationData.Create(encoded, [.. encoded.Customers!.Select(customer => churned[customer])], null, encoding.Categories);

        AssertReached(data.Take([.. cells.Select(row => places[row[0]])]), 0.849, 0.4125, 0.1340);
    }

    private static void AssertReached(ClassificationData data, double areaUnderRoc, double logLoss, double brier)
    {
        CrossValidation found = CrossValidation.Run(new BoostingEstimator(), data, Folds.Given(TelcoOneHot.Folds)).Model!;
        string text = string.Create(CultureInfo.InvariantCulture, $"{found.AreaUnderRoc.Mean:0.00000} {found.LogLoss.Mean:0.00000} {found.Brier.Mean:0.00000}");

        Assert.True(found.AreaUnderRoc.Mean >= areaUnderRoc && found.LogLoss.Mean <= logLoss && found.Brier.Mean <= brier, text);
    }
}
