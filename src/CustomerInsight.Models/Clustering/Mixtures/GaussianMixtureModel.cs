using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Customers as a mixture of normal distributions, one a group: each belongs to each group with a probability.</summary>
/// <remarks>Source: Dempster, Laird, Rubin, "Maximum Likelihood from Incomplete Data via the EM Algorithm", Journal of the Royal Statistical Society B 39(1), 1977.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record GaussianMixtureModel : IClusteringModel, IScaledModel
{
    private const double WeightTolerance = 1e-6;

    private readonly MixtureScorer _scorer;

    /// <summary>Makes a model from known numbers.</summary>
    /// <param name="scaling">The scale on which the groups are.</param>
    /// <param name="covariance">The shapes of the groups.</param>
    /// <param name="components">The groups: at least one, their weights adding up to 1.</param>
    /// <exception cref="ArgumentException">Weights, means or covariances are not as <see cref="GaussianComponent"/> says, or a covariance is not positive definite.</exception>
    public GaussianMixtureModel([NotNull] FeatureScaling scaling, CovarianceKind covariance, ValueList<GaussianComponent> components)
    {
        ArgumentNullException.ThrowIfNull(scaling);
        if (!Enum.IsDefined(covariance))
        {
            throw new ArgumentException(FormattableString.Invariant($"{(int)covariance} is no kind of covariance. Use one of {nameof(CovarianceKind)}."), nameof(covariance));
        }

        if (components.Count == 0 || !(Math.Abs(components.Sum(static component => component?.Weight ?? double.NaN) - 1) <= WeightTolerance))
        {
            throw new ArgumentException("The weights of the groups do not add up to 1, or there is no group. Give each group its share.", nameof(components));
        }

        Scaling = scaling;
        Covariance = covariance;
        Components = components;
        var shape = new MixtureShape(covariance, components.Count, scaling.Columns.Count);
        _scorer = new MixtureScorer(MixtureComponents.Read(shape, components));
    }

    /// <summary>Gets the scale on which the groups are.</summary>
    public FeatureScaling Scaling { get; }

    /// <summary>Gets the shapes of the groups.</summary>
    public CovarianceKind Covariance { get; }

    /// <summary>Gets the groups.</summary>
    public ValueList<GaussianComponent> Components { get; }

    /// <inheritdoc/>
    public ValueList<string> Columns => Scaling.Columns;

    /// <inheritdoc/>
    public int Groups => Components.Count;

    /// <summary>Gets how many numbers the fit had to choose.</summary>
    public int Parameters => _scorer.Parameters.Shape.Parameters;

    internal MixtureParameters Mixture => _scorer.Parameters;

    /// <summary>Finds the likeliest group of a customer.</summary>
    /// <param name="features">The features as they were measured, one for each of <see cref="Columns"/>.</param>
    /// <returns>
    /// The group; as distance the Mahalanobis distance to its centre, as membership its probability. <see cref="GroupAssignment.Nobody"/> where a feature is missing or infinite.
    /// </returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    /// <remarks>O(groups × features²).</remarks>
    public GroupAssignment Assign(ReadOnlySpan<double> features)
    {
        Span<double> scaled = stackalloc double[Math.Min(features.Length, MixtureScorer.MostOnStack)];
        scaled = features.Length > scaled.Length ? new double[features.Length] : scaled;
        Scaling.Apply(features, scaled);
        return _scorer.Assign(scaled);
    }

    /// <summary>Computes the probability with which a customer belongs to each group.</summary>
    /// <param name="features">The features as they were measured, one for each of <see cref="Columns"/>.</param>
    /// <returns>A probability for each group, adding up to 1; all 0 where a feature is missing or infinite.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    public ValueList<double> Responsibilities(ReadOnlySpan<double> features)
    {
        double[] scaled = new double[features.Length];
        Scaling.Apply(features, scaled);
        double[] shares = new double[Groups];
        _scorer.Responsibilities(scaled, shares);
        return ValueList.Create<double>(shares);
    }

    /// <summary>Computes how dense the mixture is where a customer is: low for one unlike all that were seen.</summary>
    /// <param name="features">The features as they were measured, one for each of <see cref="Columns"/>.</param>
    /// <returns>The natural logarithm of the density, on the model's scale; not a number where a feature is missing or infinite.</returns>
    /// <exception cref="ArgumentException">There are more or fewer features than columns.</exception>
    public double LogDensity(ReadOnlySpan<double> features)
    {
        double[] scaled = new double[features.Length];
        Scaling.Apply(features, scaled);
        return _scorer.Responsibilities(scaled, new double[Groups]);
    }

    /// <summary>Measures how well the mixture fits rows, those it was fitted to or others.</summary>
    /// <param name="data">The rows; those with a missing or infinite feature are passed over.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Log-likelihood, BIC and AIC.</returns>
    /// <exception cref="ArgumentException">The data have other features than the model.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public MixtureCriteria Evaluate([NotNull] FeatureMatrix data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelOptions parallel = FixedChunks.Parallel(0, cancellationToken);
        FeatureMatrix scaled = Scaling.Apply(data);
        int[] complete = CompleteRows.Find(scaled, parallel) ?? [.. Enumerable.Range(0, scaled.Rows)];
        var slabs = SlabMatrix.From(scaled.Array, complete, scaled.Columns.Count, parallel);
        return new MixtureCriteria(new MixturePass(slabs, Mixture.Shape, parallel).LogLikelihood(Mixture), Parameters, complete.Length);
    }

    /// <summary>Compares scale, shapes and groups.</summary>
    /// <param name="other">The other model.</param>
    /// <returns>True where they assign alike.</returns>
    public bool Equals(GaussianMixtureModel? other) =>
        other is not null && Covariance == other.Covariance && Scaling.Equals(other.Scaling) && Components == other.Components;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Covariance, Scaling, Components);

    /// <summary>Says what the model is, not its numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"Gaussian mixture of {Groups} groups, {Columns.Count} features, {Covariance} covariance");
}
