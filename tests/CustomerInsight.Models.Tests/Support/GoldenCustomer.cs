using System.Globalization;

namespace CustomerInsight.Models.Tests;

/// <summary>One row of the reference at fixed published parameters.</summary>
internal sealed record GoldenCustomer(RepeatPattern Pattern, double MeanSpend, double LogLikelihood, double ProbabilityAlive, double Expected39Weeks, double Spend)
{
    public required double ModifiedProbabilityAlive { get; init; }

    public required double ModifiedExpected39Weeks { get; init; }

    public required double ParetoLogLikelihood { get; init; }

    public required double ParetoProbabilityAlive { get; init; }

    public required double ParetoExpected39Weeks { get; init; }

    public required double ParetoDiscountedForEver { get; init; }

    public static IReadOnlyList<GoldenCustomer> ReadAll()
    {
        string[] lines = File.ReadAllLines(SharedData.Path("reference", "lifetime-value", "cdnow_golden_fixed_params.csv"));
        string[] columns = lines[0].Split(',');
        int Column(string name) => Array.IndexOf(columns, name);
        return [.. lines.Skip(1).Select(line =>
        {
            string[] cells = line.Split(',');
            double Cell(string name) => double.Parse(cells[Column(name)], CultureInfo.InvariantCulture);
            return new GoldenCustomer(
                new RepeatPattern((int)Cell("x"), Cell("t_x_days"), Cell("T_days")),
                Cell("m_x"),
                Cell("bgnbd_ll"),
                Cell("bgnbd_palive"),
                Cell("bgnbd_cet39"),
                Cell("gg_mean"))
            {
                ModifiedProbabilityAlive = Cell("mbgnbd_palive"),
                ModifiedExpected39Weeks = Cell("mbgnbd_cet39"),
                ParetoLogLikelihood = Cell("pnbd_ll"),
                ParetoProbabilityAlive = Cell("pnbd_palive"),
                ParetoExpected39Weeks = Cell("pnbd_cet39"),
                ParetoDiscountedForEver = Cell("pnbd_dert_0027"),
            };
        })];
    }
}
