namespace CustomerInsight.Models;

/// <summary>Odds of rows to be chosen, in proportion to their relative hazards.</summary>
internal static class ChoiceOdds
{
    private const int MostSteps = 200;

    /// <summary>Finds what to add to the log of each row's odds so that nearly a given number of rows is expected to be chosen.</summary>
    /// <param name="logOdds">The logs of the relative hazards.</param>
    /// <param name="chosen">How many are to be expected. Above 0, below the number of rows.</param>
    /// <returns>The shift, right to half a row: nearer it makes no sum more exact.</returns>
    public static double Shift(ReadOnlySpan<double> logOdds, int chosen)
    {
        double least = double.PositiveInfinity;
        double largest = double.NegativeInfinity;
        foreach (double one in logOdds)
        {
            (least, largest) = (Math.Min(least, one), Math.Max(largest, one));
        }

        double sum = 0;
        foreach (double one in logOdds)
        {
            sum += Math.Exp(one - largest);
        }

        // Were all rows like the one of the largest odds, or of the least, this would be the shift.
        double alike = Math.Log(chosen / (double)(logOdds.Length - chosen));
        (double low, double high) = (alike - largest, alike - least);
        double shift = Math.Clamp(Math.Log(chosen / sum) - largest, low, high);
        for (int step = 0; step < MostSteps; step++)
        {
            double expected = 0;
            double slope = 0;
            foreach (double one in logOdds)
            {
                double chance = 1 / (1 + Math.Exp(-(one + shift)));
                expected += chance;
                slope += chance * (1 - chance);
            }

            double over = expected - chosen;
            if (Math.Abs(over) <= 0.5)
            {
                break;
            }

            (low, high) = over > 0 ? (low, shift) : (shift, high);
            double next = shift - (over / slope);
            shift = next > low && next < high ? next : low + ((high - low) / 2);
        }

        return shift;
    }
}
