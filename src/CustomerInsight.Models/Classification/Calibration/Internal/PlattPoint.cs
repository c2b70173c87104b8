namespace CustomerInsight.Models;

/// <summary>A line, its loss, and the loss's slopes and curvature.</summary>
internal sealed record PlattPoint(double Slope, double Intercept, double Loss, double SlopePull, double InterceptPull, double SlopeBend, double CrossBend, double InterceptBend)
{
    public static PlattPoint At(double[] places, double[] weights, double[] targets, double slope, double intercept)
    {
        (double loss, double slopePull, double interceptPull, double slopeBend, double crossBend, double interceptBend) = (0, 0, 0, 0, 0, 0);
        for (int i = 0; i < places.Length; i++)
        {
            double logOdds = (slope * places[i]) + intercept;
            double probability = ClassificationModelExtensions.Logistic(logOdds);
            double rest = weights[i] * (probability - targets[i]);
            double bend = weights[i] * probability * (1 - probability);
            loss += weights[i] * (Numeric.Softplus(logOdds) - (targets[i] * logOdds));
            slopePull += rest * places[i];
            interceptPull += rest;
            slopeBend += bend * places[i] * places[i];
            crossBend += bend * places[i];
            interceptBend += bend;
        }

        return new PlattPoint(slope, intercept, loss, slopePull, interceptPull, slopeBend, crossBend, interceptBend);
    }

    /// <summary>Gives Newton's step; a little is added to the curvature, so that it always leads down.</summary>
    public (double Slope, double Intercept) NewtonStep()
    {
        double ridge = 1e-12 * (SlopeBend + InterceptBend);
        (double a, double b, double c) = (SlopeBend + ridge, CrossBend, InterceptBend + ridge);
        double determinant = (a * c) - (b * b);
        return (((b * InterceptPull) - (c * SlopePull)) / determinant, ((b * SlopePull) - (a * InterceptPull)) / determinant);
    }
}
