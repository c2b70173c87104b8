using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>Trees whose values add up to the log-odds of an event.</summary>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial record BoostingModel : IClassificationModel
{
    private readonly TreeScorer _scorer;

    /// <summary>Makes a model from known trees.</summary>
    /// <param name="columns">The names of the features, in the order in which rows hold them. At least one, no two alike.</param>
    /// <param name="categories">Which of them hold numbers of categories.</param>
    /// <param name="startingMargin">The log-odds the trees start from. Finite.</param>
    /// <param name="trees">The trees; what they ask of columns of categories has levels, and nothing else has.</param>
    /// <exception cref="ArgumentException">Columns, margin or trees are not as said.</exception>
    public BoostingModel(ValueList<string> columns, ValueList<string> categories, double startingMargin, ValueList<BoostingTree> trees)
    {
        FeatureMatrix.Create(columns, []);
        if (!double.IsFinite(startingMargin))
        {
            throw new ArgumentException("The log-odds the trees start from are not finite.", nameof(startingMargin));
        }

        foreach (string category in categories)
        {
            if (!columns.Contains(category))
            {
                throw new ArgumentException($"There is no column '{category}' to hold categories. Name one of the features.", nameof(categories));
            }
        }

        foreach (BoostingTree tree in trees)
        {
            foreach (BoostingNode node in tree.Nodes)
            {
                if (node.Feature >= columns.Count || (!node.IsLeaf && categories.Contains(columns[node.Feature]) != node.Levels.Count > 0))
                {
                    throw new ArgumentException("A tree asks for a column that is not there, or for levels of a number, or for a threshold of a category.", nameof(trees));
                }
            }
        }

        Columns = columns;
        Categories = categories;
        StartingMargin = startingMargin;
        Trees = trees;
        _scorer = new TreeScorer(this);
        Baseline = startingMargin + trees.Sum(static tree => tree.Expected());
    }

    /// <inheritdoc/>
    public ValueList<string> Columns { get; }

    /// <summary>Gets which columns hold numbers of categories.</summary>
    public ValueList<string> Categories { get; }

    /// <summary>Gets the log-odds the trees start from: those of all rows of the fit.</summary>
    public double StartingMargin { get; }

    /// <summary>Gets the trees, round by round, in each round one of each member that found a split.</summary>
    public ValueList<BoostingTree> Trees { get; }

    /// <summary>Gets how many models were averaged; their shares are in the values of the leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1.</exception>
    public int Members
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }

    = 1;

    /// <summary>Gets how the boosting went, round by round, with the rounds that were dropped.</summary>
    /// <exception cref="ArgumentException">A loss is set that is not finite.</exception>
    public ValueList<BoostingRound> Curve
    {
        get;
        init
        {
            if (value.Any(static round => !double.IsFinite(round.TrainingLoss) || !double.IsFinite(round.ValidationLoss ?? 0)))
            {
                throw new ArgumentException("The loss of a round is not finite.", nameof(value));
            }

            field = value;
        }
    }

    /// <inheritdoc/>
    public double Baseline { get; }

    /// <inheritdoc/>
    /// <remarks>A value that is infinite counts as missing. On all cores. A few nanoseconds for each tree and row.</remarks>
    public void Margins([NotNull] FeatureMatrix rows, Span<double> margins, CancellationToken cancellationToken = default)
    {
        Check(rows, margins.Length, 1);
        _scorer.Margins(rows.Array, margins, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Shapley values: what a feature adds on average over all orders in which the features become known, those not known yet being averaged over the rows of the fit as they
    /// went through the trees. On all cores; with trees of 8 leaves some ten nanoseconds for each tree and row. The first call makes tables.
    /// <para>Source: Lundberg, Erion, Lee, "Consistent Individualized Feature Attribution for Tree Ensembles", 2018 (path-dependent TreeSHAP).</para>
    /// </remarks>
    public void Contributions([NotNull] FeatureMatrix rows, Span<double> contributions, CancellationToken cancellationToken = default)
    {
        Check(rows, contributions.Length, Columns.Count);
        _scorer.Contributions(rows.Array, contributions, cancellationToken);
    }

    /// <summary>Compares two models by their columns, trees and numbers.</summary>
    /// <param name="other">The other model, or null.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(BoostingModel? other) => other is not null
        && Columns == other.Columns
        && Categories == other.Categories
        && StartingMargin.Equals(other.StartingMargin)
        && Trees == other.Trees
        && Members == other.Members
        && Curve == other.Curve;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Columns, StartingMargin, Trees);

    private void Check(FeatureMatrix rows, int places, int perRow)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != Columns)
        {
            throw new ArgumentException($"The rows have the features {string.Join(", ", rows.Columns)}, but the model has {string.Join(", ", Columns)}. Give the same features in the same order.", nameof(rows));
        }

        if (places != (long)rows.Rows * perRow)
        {
            throw new ArgumentException(FormattableString.Invariant($"{rows.Rows} rows need {(long)rows.Rows * perRow} places, not {places}."), nameof(rows));
        }
    }
}
