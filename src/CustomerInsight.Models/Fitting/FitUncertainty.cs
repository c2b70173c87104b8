using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CustomerInsight.Models;

/// <summary>What a fit by maximum likelihood says of its own parameters: estimates, standard errors, and what the data leave open.</summary>
/// <remarks>Source: Pawitan, "In All Likelihood" (2001), sections 2.5 and 9.5 (observed information), 4.7 (delta method).</remarks>
internal sealed class FitUncertainty
{
    private const double Normal95 = 1.959963984540054;

    // A standard error of 1 on the log scale: the 95 % interval spans a factor of 50.
    private const double WeakError = 1;

    private FitUncertainty(ValueList<ParameterEstimate> parameters, ParameterCovariance? covariance, IReadOnlyList<FitWarning> warnings) =>
        (Parameters, Covariance, Warnings) = (parameters, covariance, warnings);

    public ValueList<ParameterEstimate> Parameters { get; }

    /// <summary>Null where the search did not converge or there is a direction in which the likelihood is flat.</summary>
    public ParameterCovariance? Covariance { get; }

    /// <summary>How the search ended if not well, parameters at an edge, and parameters that are weakly determined.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; }

    /// <param name="objective">The mean of −ln L over the customers, in the coordinates of the search.</param>
    /// <param name="found">Where the search ended.</param>
    /// <param name="customers">How many customers the mean is over.</param>
    /// <param name="coordinates">What the coordinates stand for.</param>
    /// <param name="cancellationToken">Stops the work: two evaluations for each parameter.</param>
    public static FitUncertainty Of(IObjective objective, SearchResult found, double customers, IReadOnlyList<Coordinate> coordinates, CancellationToken cancellationToken = default)
    {
        int n = coordinates.Count;
        var warnings = new List<FitWarning>(FitWarnings.Of(found, coordinates));
        double[,]? information = found.Status == SearchStatus.Converged ? Hessian.At(objective, found.Point, cancellationToken) : null;
        double[,]? inverse = information is null ? null : Invert(information, customers, coordinates, warnings);
        ParameterCovariance? covariance = null;
        if (inverse is not null)
        {
            double[] values = new double[n * n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    values[(i * n) + j] = inverse[i, j] * (coordinates[i].SlopeAt(found.Point[i]) * coordinates[j].SlopeAt(found.Point[j]));
                }
            }

            covariance = new ParameterCovariance(ValueList.From(coordinates.Select(static coordinate => coordinate.Name)), ValueList.Create<double>(values));
        }

        return new FitUncertainty(
            ValueList.From(coordinates.Select((coordinate, i) => Estimate(coordinate, found.Point[i], inverse is null ? null : Math.Sqrt(inverse[i, i])))), covariance, warnings);
    }

    private static ParameterEstimate Estimate(Coordinate coordinate, double point, double? error) => error is double width
        ? new(
            coordinate.Name,
            coordinate.ValueAt(point),
            Math.Abs(coordinate.SlopeAt(point)) * width,
            coordinate.ValueAt(point - (Normal95 * width)),
            coordinate.ValueAt(point + (Normal95 * width)))
        : new(coordinate.Name, coordinate.ValueAt(point), null, null, null);

    // The inverse of customers × hessian by its eigenvectors, which also show the directions that the data leave open.
    private static double[,]? Invert(double[,] hessian, double customers, IReadOnlyList<Coordinate> coordinates, List<FitWarning> warnings)
    {
        int n = coordinates.Count;
        Evd<double> parts = Matrix<double>.Build.DenseOfArray(hessian).Evd(Symmetricity.Symmetric);
        double[,] inverse = new double[n, n];
        var open = new SortedSet<int>();
        bool flat = false;
        double largest = parts.EigenValues.Select(static value => value.Real).Max();
        for (int k = 0; k < n; k++)
        {
            double information = parts.EigenValues[k].Real * customers;
            Vector<double> direction = parts.EigenVectors.Column(k);

            // Below the rounding of the differences, an information is none.
            flat |= !(parts.EigenValues[k].Real > 1e-10 * largest);
            if (!(information > 1 / (WeakError * WeakError)))
            {
                open.UnionWith(Enumerable.Range(0, n).Where(i => Math.Abs(direction[i]) > 0.3));
            }

            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    inverse[i, j] += direction[i] * direction[j] / information;
                }
            }
        }

        if (open.Count > 0)
        {
            warnings.Add(FitWarnings.WeaklyIdentified([.. open.Select(i => coordinates[i].Name)]));
        }

        return flat ? null : inverse;
    }
}
