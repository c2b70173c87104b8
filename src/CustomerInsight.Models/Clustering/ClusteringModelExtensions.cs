using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace CustomerInsight.Models;

/// <summary>What can be done with the groups of any model.</summary>
public static class ClusteringModelExtensions
{
    /// <summary>Finds the groups of many customers.</summary>
    /// <param name="model">The groups.</param>
    /// <param name="data">The customers: rows of the model's features, in its order.</param>
    /// <param name="maxDegreeOfParallelism">How many threads work at most; 0 for as many as there are cores.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The group of each row.</returns>
    /// <exception cref="ArgumentException">The data have other features than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxDegreeOfParallelism"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ValueList<GroupAssignment> AssignAll(
        [NotNull] this IClusteringModel model, [NotNull] FeatureMatrix data, int maxDegreeOfParallelism = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(maxDegreeOfParallelism);
        if (model.Columns != data.Columns)
        {
            throw new ArgumentException($"The model has the features {string.Join(", ", model.Columns)}, but the data have {string.Join(", ", data.Columns)}. Give the same features in the same order.", nameof(data));
        }

        var assignments = new GroupAssignment[data.Rows];
        RowChunks.For(data.Rows, RowChunks.RowsFor(data.Columns.Count * Math.Max(1, model.Groups)), FixedChunks.Parallel(maxDegreeOfParallelism, cancellationToken), (_, from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                assignments[row] = model.Assign(data.Row(row));
            }
        });
        return new ValueList<GroupAssignment>(ImmutableCollectionsMarshal.AsImmutableArray(assignments));
    }
}
