using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>The data of survival/ that the reference numbers are on.</summary>
internal static class SurvivalSets
{
    public static SurvivalTimes Waltons => Times("waltons.csv", "T", "E");

    public static string[] WaltonsGroups => Column("waltons.csv", "group");

    public static SurvivalTimes Leukemia => Times("anderson.csv", "t", "status", ' ');

    public static string[] LeukemiaGroups => Column("anderson.csv", "Rx", ' ');

    public static SurvivalTimes Rossi => Times("rossi.csv", "week", "arrest");

    public static SurvivalTimes Lung(out string[] sex, out string[] ecog)
    {
        string[][] rows = Rows("lung.csv", ',');
        sex = [.. rows.Skip(1).Select(static row => row[4])];
        ecog = [.. rows.Skip(1).Select(static row => row[5])];
        return SurvivalTimes.Create([.. rows.Skip(1).Select(static row => Number(row[1]))], [.. rows.Skip(1).Select(static row => row[2] == "1")]);
    }

    public static SurvivalData RossiData()
    {
        string[][] rows = Rows("rossi.csv", ',');
        return SurvivalData.Create(
            FeatureMatrix.Create(ValueList.From(rows[0].Skip(2)), [.. rows.Skip(1).SelectMany(static row => row.Skip(2)).Select(Number)]), Rossi);
    }

    public static SurvivalTimes Times(string file, string time, string end, char separator = ',') => SurvivalTimes.Create(
        Array.ConvertAll(Column(file, time, separator), Number), Array.ConvertAll(Column(file, end, separator), static cell => cell == "1"));

    public static string[] Column(string file, string name, char separator = ',')
    {
        string[][] rows = Rows(file, separator);
        int column = Array.IndexOf(rows[0], name);
        return [.. rows.Skip(1).Select(row => row[column])];
    }

    /// <summary>Random times with many ties, from a seed; with entries and weights if asked for.</summary>
    public static SurvivalTimes Random(int rows, ulong seed, bool entries = false, bool weights = false, int causes = 1, int most = 20)
    {
        var random = new SeededRandom(seed);
        double[] exits = new double[rows];
        int[] ends = new int[rows];
        double[]? starts = entries ? new double[rows] : null;
        double[]? sizes = weights ? new double[rows] : null;
        for (int row = 0; row < rows; row++)
        {
            exits[row] = 1 + random.Next(most);
            ends[row] = random.Next(causes + 1);
            if (starts is not null)
            {
                starts[row] = random.Next((int)exits[row]);
            }

            if (sizes is not null)
            {
                sizes[row] = 0.25 + random.NextDouble();
            }
        }

        return SurvivalTimes.OfCauses(exits, ends, starts, sizes);
    }

    /// <summary>An order of rows, from a seed.</summary>
    public static int[] Order(int rows, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, rows).Select(row => (row, Key: random.NextDouble())).OrderBy(row => row.Key).Select(row => row.row)];
    }

    private static string[][] Rows(string file, char separator) =>
        [.. File.ReadLines(SharedData.Path("data", "survival", file)).Select(line => line.Split(separator).Select(static cell => cell.Trim('"')).ToArray())];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
