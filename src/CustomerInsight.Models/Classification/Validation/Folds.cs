using System.Diagnostics.CodeAnalysis;

namespace CustomerInsight.Models;

/// <summary>How rows are split again and again into those to learn from and those to predict.</summary>
/// <remarks>Everything that is learned belongs inside the fold: also how missing values are filled, categories are encoded and features are chosen.</remarks>
/// <threadsafety>Safe from many threads.</threadsafety>
public sealed partial class Folds
{
    /// <summary>How many folds are made where nothing else is said.</summary>
    public const int DefaultCount = 5;

    private Folds(int rows, ValueList<Fold> items)
    {
        Rows = rows;
        Items = items;
    }

    /// <summary>Gets how many rows there are.</summary>
    public int Rows { get; }

    /// <summary>Gets the folds. No row is predicted in two of them.</summary>
    public ValueList<Fold> Items { get; }

    /// <summary>Gets how many folds there are.</summary>
    public int Count => Items.Count;

    /// <summary>Takes folds as they were given, such as those of others to compare with.</summary>
    /// <param name="numbers">The fold of each row, from 0, without gaps; −1 for a row that is only ever learned from.</param>
    /// <returns>The folds.</returns>
    /// <exception cref="ArgumentException">There are fewer than two folds, one has no rows, or a number is below −1.</exception>
    public static Folds Given(ReadOnlySpan<int> numbers)
    {
        int count = 0;
        for (int row = 0; row < numbers.Length; row++)
        {
            if (numbers[row] < -1 || numbers[row] >= numbers.Length)
            {
                throw new ArgumentException(FormattableString.Invariant($"The fold of row {row} is {numbers[row]}. Number the folds from 0 without gaps; -1 stands for a row that is not to be predicted."), nameof(numbers));
            }

            count = Math.Max(count, numbers[row] + 1);
        }

        int[] sizes = new int[count];
        foreach (int number in numbers)
        {
            if (number >= 0)
            {
                sizes[number]++;
            }
        }

        if (count < 2 || sizes.Contains(0))
        {
            throw new ArgumentException(FormattableString.Invariant($"{sizes.Count(static size => size > 0)} of {count} folds have rows. Give at least two, and number them from 0 without gaps."), nameof(numbers));
        }

        return OfNumbers(numbers, sizes);
    }

    /// <summary>Splits rows at random so that each fold has the same share of events.</summary>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="count">How many folds. At least 2, at most as many as rows.</param>
    /// <param name="seed">The seed of the split.</param>
    /// <param name="customers">The customer of each row, each once, so that a customer is in the same fold in whatever order the rows come; null to split by the order of the rows.</param>
    /// <returns>The folds. Their sizes, and their numbers of events, differ by one at most: with fewer events than folds some have none.</returns>
    /// <exception cref="ArgumentException">There are more or fewer customers than rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not as said.</exception>
    /// <remarks>For several rows of a customer use <see cref="Grouped"/>: else what is learned of a customer predicts the same customer, and all measures flatter.</remarks>
    public static Folds Stratified(ReadOnlySpan<bool> labels, int count = DefaultCount, ulong seed = 1, IReadOnlyList<string>? customers = null)
    {
        CheckCount(count, labels.Length, "rows");
        CheckNames(customers, labels.Length, nameof(customers));
        int[] order = FoldKeys.Order(labels.Length, seed, customers);
        int[] numbers = new int[labels.Length];
        int next = 0;
        foreach (bool label in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (int row in order)
            {
                if (labels[row] == label)
                {
                    numbers[row] = next;
                    next = (next + 1) % count;
                }
            }
        }

        return Given(numbers);
    }

    /// <summary>Splits groups of rows, such as those of one customer, so that no group is in two folds.</summary>
    /// <param name="labels">Whether the event happened, for each row.</param>
    /// <param name="groups">The group of each row.</param>
    /// <param name="count">How many folds. At least 2, at most as many as groups.</param>
    /// <param name="seed">The seed of the split.</param>
    /// <returns>The folds: their numbers of events and of rows are as equal as whole groups allow. A group is in the same fold in whatever order the rows come.</returns>
    /// <exception cref="ArgumentException">There are more or fewer groups than rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not as said.</exception>
    /// <remarks>Time O(n log n). Groups with the most events come first, each to the fold that has the fewest events, and of these the fewest rows.</remarks>
    public static Folds Grouped(ReadOnlySpan<bool> labels, [NotNull] IReadOnlyList<string> groups, int count = DefaultCount, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(groups);
        CheckNames(groups, labels.Length, nameof(groups));
        (int[] ofRow, List<string> names) = FoldKeys.Groups(groups);
        CheckCount(count, names.Count, "groups");
        return Given(GroupDealing.Deal(labels, ofRow, FoldKeys.Order(names.Count, seed, names), count));
    }

    internal void ThrowUnlessOf(int rows)
    {
        if (rows != Rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"The folds are of {Rows} rows, but there are {rows} labels. Make the folds of the same rows."), nameof(rows));
        }
    }

    private static Folds OfNumbers(ReadOnlySpan<int> numbers, int[] sizes)
    {
        int[][] tests = [.. sizes.Select(static size => new int[size])];
        int rows = numbers.Length;
        int[][] trains = [.. sizes.Select(size => new int[rows - size])];
        int[] tested = new int[sizes.Length];
        int[] trained = new int[sizes.Length];
        for (int row = 0; row < numbers.Length; row++)
        {
            for (int fold = 0; fold < sizes.Length; fold++)
            {
                if (numbers[row] == fold)
                {
                    tests[fold][tested[fold]++] = row;
                }
                else
                {
                    trains[fold][trained[fold]++] = row;
                }
            }
        }

        return new Folds(rows, ValueList.From(sizes.Select((_, fold) => new Fold(
            FormattableString.Invariant($"{fold}"), ValueList.Create<int>(trains[fold]), ValueList.Create<int>(tests[fold])))));
    }

    private static void CheckCount(int count, int most, string what)
    {
        if (count < 2 || count > most)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, FormattableString.Invariant($"Expected from 2 to {most} folds, the number of {what}."));
        }
    }

    private static void CheckNames(IReadOnlyList<string>? names, int rows, string parameter)
    {
        if (names is not null && names.Count != rows)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {names.Count} {parameter} for {rows} rows. Give one for each row."), parameter);
        }
    }
}
