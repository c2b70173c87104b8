namespace CustomerInsight.Models.Tests;

/// <summary>Lives drawn from a proportional hazard.</summary>
internal static class DrawnLives
{
    /// <summary>Lives of exponential lengths whose rate grows with the features by 0.5, −0.4, 0.3, …; some end before the event.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="columns">How many features.</param>
    /// <param name="seed">Where the draws begin.</param>
    /// <param name="ties">On how many different times the lives are to end; 0 for any times.</param>
    /// <param name="late">Whether rows come in later than at 0: the later, the longer their lives, so that features show less than they do.</param>
    /// <param name="weighted">Whether rows have weights.</param>
    /// <param name="strata">Of how many strata.</param>
    /// <param name="clusters">In how many clusters; 0 for none.</param>
    public static SurvivalData Draw(int rows, int columns, ulong seed, int ties = 0, bool late = false, bool weighted = false, int strata = 1, int clusters = 0)
    {
        var random = new SeededRandom(seed);
        double[] values = new double[rows * columns];
        double[] exits = new double[rows];
        double[] entries = new double[rows];
        double[] weights = new double[rows];
        bool[] events = new bool[rows];
        for (int row = 0; row < rows; row++)
        {
            double risk = 0;
            for (int column = 0; column < columns; column++)
            {
                double value = column % 3 == 2 ? random.Next(2) : Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                values[(row * columns) + column] = value;
                risk += value * (column % 2 == 0 ? 0.5 : -0.4) / (1 + (column / 2));
            }

            double life = -Math.Log(1 - random.NextDouble()) * 8 * Math.Exp(-risk);
            double end = random.NextDouble() * 20;
            events[row] = life <= end;
            double exit = Math.Min(life, end);
            exits[row] = ties > 0 ? Math.Min(ties, 1 + Math.Floor(exit * ties / 15)) : exit + 1e-3;
            entries[row] = late ? Math.Floor(exits[row] * random.NextDouble() * 0.99 * 8) / 8 : 0;
            weights[row] = 0.5 + (random.Next(4) / 2.0);
        }

        int[]? Numbers(int count) => count > 1 ? [.. Enumerable.Range(0, rows).Select(_ => random.Next(count))] : null;
        return SurvivalData.Create(
            Points.Matrix(values, columns),
            SurvivalTimes.Create(exits, events, late ? entries : null, weighted ? weights : null),
            Numbers(strata),
            Numbers(clusters));
    }
}
