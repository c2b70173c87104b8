using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>The Telco customers as numbers, with the folds of the reference.</summary>
internal static class TelcoOneHot
{
    private static readonly Lazy<Dictionary<string, string>[]> Customers = new(static () =>
    {
        string[] lines = File.ReadAllLines(SharedData.Path("data", "churn", "telco_churn.csv"));
        string[] names = CsvLine.Split(lines[0]);
        return [.. lines.Skip(1).Select(line => names.Zip(CsvLine.Split(line)).ToDictionary(static cell => cell.First, static cell => cell.Second))];
    });

    /// <summary>The 30 columns of the reference.</summary>
    public static ClassificationData All => Data(File.ReadAllLines(SharedData.Path("reference", "churn", "telco_onehot_columns.txt")).Where(static line => line.Length > 0)
        .Select(static column => (column, Read(column))));

    /// <summary>The design of the reference's unpenalised fit.</summary>
    public static ClassificationData Few => Data(
    [
        ("tenure", Number("tenure")),
        ("MonthlyCharges", Number("MonthlyCharges")),
        ("SeniorCitizen", Number("SeniorCitizen")),
        ("ContractOneYear", Is("Contract", "One year")),
        ("ContractTwoYear", Is("Contract", "Two year")),
        ("Fiber", Is("InternetService", "Fiber optic")),
        ("NoInternet", Is("InternetService", "No")),
        ("ECheck", Is("PaymentMethod", "Electronic check")),
        ("Paperless", Is("PaperlessBilling", "Yes")),
    ]);

    /// <summary>The fold of each customer, from 0.</summary>
    public static int[] Folds => [.. Fixture("telco_folds.csv", "fold").Select(static cell => int.Parse(cell, CultureInfo.InvariantCulture))];

    /// <summary>A column of the reference's scores out of fold.</summary>
    public static double[] Scores(string model) => [.. Fixture("telco_oof.csv", model).Select(static cell => double.Parse(cell, CultureInfo.InvariantCulture))];

    /// <summary>The rows of a fold, or of all others.</summary>
    public static int[] Rows(int fold, bool inside) => [.. Folds.Select(static (own, row) => (own, row)).Where(pair => pair.own == fold == inside).Select(static pair => pair.row)];

    private static ClassificationData Data(IEnumerable<(string Name, Func<Dictionary<string, string>, double> Read)> columns)
    {
        (string Name, Func<Dictionary<string, string>, double> Read)[] all = [.. columns];
        return ClassificationData.Create(
            FeatureMatrix.Create(ValueList.From(all.Select(static column => column.Name)), [.. Customers.Value.SelectMany(customer => all.Select(column => column.Read(customer)))]),
            [.. Customers.Value.Select(static customer => customer["Churn"] == "Yes")]);
    }

    private static Func<Dictionary<string, string>, double> Read(string column)
    {
        int cut = column.IndexOf('_', StringComparison.Ordinal);
        return cut < 0 ? Number(column) : Is(column[..cut], column[(cut + 1)..]);
    }

    private static Func<Dictionary<string, string>, double> Number(string name) =>
        customer => string.IsNullOrWhiteSpace(customer[name]) ? 0 : double.Parse(customer[name], CultureInfo.InvariantCulture);

    private static Func<Dictionary<string, string>, double> Is(string name, string value) => customer => customer[name] == value ? 1 : 0;

    private static IEnumerable<string> Fixture(string file, string column)
    {
        string[] lines = File.ReadAllLines(SharedData.Path("reference", "churn", file));
        int place = Array.IndexOf(lines[0].Split(','), column);
        return lines.Skip(1).Select(line => line.Split(',')[place]);
    }
}
