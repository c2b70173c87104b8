namespace CustomerInsight.Models;

/// <summary>The line of a Platt calibration.</summary>
internal sealed record PlattLine(double Slope, double Intercept, int Iterations, bool Converged)
{
    private const int MostSteps = 100;
    private const int MostHalvings = 40;
    private const double Tolerance = 1e-10;
    private const double Rounding = 1e-13;
    private const double Decrease = 1e-4;

    // Of the spread of the margins: below it they are all the same.
    private const double Smallest = 1e-300;

    public static PlattLine Fit(TiedMargins margins, CancellationToken cancellationToken)
    {
        double with = margins.Events * margins.RowsForWeight;
        double without = (margins.Weight - margins.Events) * margins.RowsForWeight;
        (double high, double low) = ((with + 1) / (with + 2), 1 / (without + 2));

        // Each margin with the target its rows have on average.
        double[] targets = [.. margins.Weights.Zip(margins.EventWeights, (weight, events) => ((events * high) + ((weight - events) * low)) / weight)];
        double middle = (margins.Margins[0] / 2) + (margins.Margins[^1] / 2);
        double half = (margins.Margins[^1] / 2) - (margins.Margins[0] / 2);
        double flat = LogOdds(margins.Weights.Zip(targets, static (weight, target) => weight * target).Sum() / margins.Weight);
        if (!(half > Smallest))
        {
            return new PlattLine(0, flat, 0, Converged: true);
        }

        double[] places = [.. margins.Margins.Select(margin => (margin - middle) / half)];
        PlattPoint current = At(0, flat);
        double smallest = Tolerance * Tolerance * margins.Weight;
        for (int step = 1; step <= MostSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double slope, double intercept) = current.NewtonStep();
            double size = -((slope * current.SlopePull) + (intercept * current.InterceptPull));
            if (size <= smallest)
            {
                return Line(At(current.Slope + slope, current.Intercept + intercept), step, converged: true);
            }

            if (Shortened(current, slope, intercept, size) is not { } next)
            {
                return Line(current, step, converged: size <= Rounding * Math.Abs(current.Loss));
            }

            current = next;
        }

        return Line(current, MostSteps, converged: false);

        PlattPoint At(double slope, double intercept) => PlattPoint.At(places, margins.Weights, targets, slope, intercept);

        // Where the best slope falls, the best that does not is 0.
        PlattLine Line(PlattPoint at, int steps, bool converged) =>
            at.Slope > 0 ? new PlattLine(at.Slope / half, at.Intercept - (at.Slope * middle / half), steps, converged) : new PlattLine(0, flat, steps, converged);

        PlattPoint? Shortened(PlattPoint from, double slope, double intercept, double size)
        {
            for (double share = 1; share > Math.ScaleB(1, -MostHalvings); share /= 2)
            {
                PlattPoint next = At(from.Slope + (share * slope), from.Intercept + (share * intercept));
                if (next.Loss <= from.Loss - (Decrease * share * size) + (Rounding * Math.Abs(from.Loss)))
                {
                    return next;
                }
            }

            return null;
        }
    }

    private static double LogOdds(double share) => Math.Log(share / (1 - share));
}
