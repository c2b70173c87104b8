using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>A shared file of survival times.</summary>
internal sealed class SurvivalFile
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[][] _rows;

    public SurvivalFile(string name, char separator = ',')
    {
        string[] lines = File.ReadAllLines(SharedData.Path("data", "survival", name));
        string[] Cells(string line) => separator == ',' ? CsvLine.Split(line) : line.Split(separator);
        _columns = Cells(lines[0]).Select(static (column, i) => (column, i)).ToDictionary(static pair => pair.column, static pair => pair.i);
        _rows = [.. lines.Skip(1).Where(static line => line.Length > 0).Select(Cells)];
    }

    public static SurvivalData Rossi(int[]? strata = null, int[]? clusters = null, params string[] without)
    {
        var file = new SurvivalFile("rossi.csv");
        string[] columns = [.. "fin age race wexp mar paro prio".Split(' ').Except(without)];
        return SurvivalData.Create(
            file.Matrix(columns), SurvivalTimes.Create(file.Numbers("week"), [.. file.Numbers("arrest").Select(static value => value == 1)]), strata, clusters);
    }

    /// <summary>Keeps the rows that have a number in each of the columns.</summary>
    public SurvivalFile Complete(params string[] columns) => new(_columns, [.. _rows.Where(row => columns.All(column => row[_columns[column]].Length > 0))]);

    public string[] Texts(string column) => [.. _rows.Select(row => row[_columns[column]])];

    public double[] Numbers(string column) => [.. Texts(column).Select(static text => double.Parse(text, CultureInfo.InvariantCulture))];

    public FeatureMatrix Matrix(params string[] columns) => Matrix([.. columns.Select(column => (column, Numbers(column)))]);

    public static FeatureMatrix Matrix(params (string Name, double[] Values)[] columns) => FeatureMatrix.Create(
        ValueList.From(columns.Select(static column => column.Name)),
        [.. Enumerable.Range(0, columns[0].Values.Length).SelectMany(row => columns.Select(column => column.Values[row]))]);

    private SurvivalFile(Dictionary<string, int> columns, string[][] rows) => (_columns, _rows) = (columns, rows);
}
