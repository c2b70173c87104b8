namespace CustomerInsight.Models;

/// <summary>Turns the groups of a model into the parameters of the inner loops and back.</summary>
internal static class MixtureComponents
{
    /// <exception cref="ArgumentException">A group has other numbers than the shape asks for, or impossible ones.</exception>
    public static MixtureParameters Read(MixtureShape shape, ValueList<GaussianComponent> components)
    {
        int n = shape.Columns;
        int expected = shape.Kind switch
        {
            CovarianceKind.Full or CovarianceKind.Tied => n * n,
            CovarianceKind.Diagonal => n,
            _ => 1,
        };
        double[] weights = new double[shape.Groups];
        double[] means = new double[shape.Groups * n];
        double[][] covariances = new double[shape.Groups][];
        for (int group = 0; group < shape.Groups; group++)
        {
            GaussianComponent component = components[group];
            if (component.Mean.Count != n || component.Covariance.Count != expected || !(component.Weight > 0) || !component.Mean.All(double.IsFinite) || !IsSymmetric(component.Covariance, n))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Group {group} has {component.Mean.Count} means and {component.Covariance.Count} covariances. Expected {n} and {expected} finite numbers, a symmetric matrix and a weight above 0."), nameof(components));
            }

            weights[group] = component.Weight;
            component.Mean.AsSpan().CopyTo(means.AsSpan(group * n));
            covariances[group] = shape.Kind == CovarianceKind.Spherical ? [.. Enumerable.Repeat(component.Covariance[0], n)] : [.. component.Covariance];
            if (shape.Kind == CovarianceKind.Tied && component.Covariance != components[0].Covariance)
            {
                throw new ArgumentException(FormattableString.Invariant($"Groups 0 and {group} have other covariances, though all share one. Give both the same, or another kind."), nameof(components));
            }
        }

        return MixtureParameters.Of(shape, weights, means, covariances);
    }

    /// <summary>The groups that have rows.</summary>
    /// <param name="parameters">The mixture.</param>
    /// <param name="bySize">Whether the groups are brought into the order of their weights, the largest first.</param>
    public static ValueList<GaussianComponent> Write(MixtureParameters parameters, bool bySize)
    {
        MixtureShape shape = parameters.Shape;
        IEnumerable<GaussianComponent> components = Enumerable.Range(0, shape.Groups).Where(group => parameters.Weights[group] > 0).Select(group => new GaussianComponent(
            parameters.Weights[group],
            ValueList.Create<double>(parameters.Means.AsSpan(group * shape.Width, shape.Columns)),
            ValueList.Create<double>(shape.Kind == CovarianceKind.Spherical ? parameters.Covariances[group].AsSpan(0, 1) : parameters.Covariances[group])));
        return ValueList.From(bySize
            ? components.OrderByDescending(static component => component.Weight)
                .ThenBy(static component => component.Mean, Comparer<ValueList<double>>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right.AsSpan())))
            : components);
    }

    private static bool IsSymmetric(ValueList<double> covariance, int n)
    {
        for (int i = 0; i < n && covariance.Count == n * n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (covariance[(i * n) + j] != covariance[(j * n) + i])
                {
                    return false;
                }
            }
        }

        return covariance.All(double.IsFinite);
    }
}
