namespace CustomerInsight.Models;

/// <summary>Finds the columns of which Cox regression can say nothing, or too much.</summary>
internal static class CoxProblems
{
    // An information of a column in standard deviations that is only rounding.
    public const double NoInformation = 1e-9;

    // A coefficient that after so many steps still changes the exponent of some row by as much has no end.
    private const int StepsOfTheFinite = 8;
    private const double StepWithoutEnd = 0.3;

    /// <summary>Names the columns that were left out, and says where there are too many.</summary>
    public static IEnumerable<FitWarning> OfColumns(CoxSearch search, CoxRows rows, ValueList<string> names, int events)
    {
        int[] kept = search.Kept;
        for (int column = 0; column < rows.Columns; column++)
        {
            double information = search.NullInformation[(column * rows.Columns) + column];
            if (rows.Extreme[column])
            {
                yield return CoxWarnings.Extreme(names[column]);
            }
            else if (rows.Deviations[column] == 0)
            {
                yield return CoxWarnings.Constant(names[column]);
            }
            else if (Array.BinarySearch(kept, column) >= 0)
            {
                continue;
            }
            else if (!(information > NoInformation * rows.EventWeight))
            {
                yield return CoxWarnings.NothingToCompare(names[column]);
            }
            else
            {
                yield return CoxWarnings.Collinear(names[column], Explaining(search, names, column));
            }
        }

        if (events < CoxWarnings.EventsPerColumn * kept.Length)
        {
            yield return CoxWarnings.FewEvents(events, kept.Length);
        }
    }

    // The columns before it of which a column is made up.
    private static string[] Explaining(CoxSearch search, ValueList<string> names, int column)
    {
        int[] before = [.. search.Kept.Where(other => other < column)];
        double[] parts = SymmetricMatrix.Factor(search.NullInformation, names.Count, before)
            .Solve(search.NullInformation.AsSpan(column * names.Count, names.Count));
        double largest = parts.Max(Math.Abs);
        return [.. before.Where(other => Math.Abs(parts[other]) > 1e-4 * largest).Select(other => names[other])];
    }

    /// <summary>Gives the columns whose coefficients run away: the likelihood has an end, but they have none.</summary>
    public static List<string> Diverging(CoxSearch search, CoxRows rows, ValueList<string> names) =>
        search.Iterations < StepsOfTheFinite ? [] : [.. Large(search.LastStep, rows).Select(column => names[column])];

    /// <summary>Gives the columns by which a step changes the exponent of some row by as much as one without end does.</summary>
    public static IEnumerable<int> Large(double[] step, CoxRows rows)
    {
        for (int column = 0; column < step.Length; column++)
        {
            if (step[column] == 0)
            {
                continue;
            }

            (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
            for (int row = 0; row < rows.Count; row++)
            {
                double value = rows.Features[(row * rows.Width) + column];
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }

            if (Math.Abs(step[column]) * (most - least) > StepWithoutEnd)
            {
                yield return column;
            }
        }
    }
}
