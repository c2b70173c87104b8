using System.Globalization;
using System.Text;
using ChurnSample;
using CustomerInsight.Models;

namespace CustomerInsight.Benchmarks;

/// <summary>What is learned from: traits of customers, who left, and how the rows are split.</summary>
/// <param name="Traits">The traits, in ordinal order of the customer.</param>
/// <param name="Labels">Whether the customer left, in the same order.</param>
/// <param name="Folds">The folds.</param>
/// <param name="Rejected">How many rows of the file could not be read or have no target.</param>
internal sealed record ChurnTable(TraitTable Traits, bool[] Labels, Folds Folds, int Rejected)
{
    private const string FoldColumn = "fold";

    /// <exception cref="FormatException">A column is not there, or a fold is not given for each customer.</exception>
    public static async Task<ChurnTable> ReadAsync(ChurnArguments arguments, CancellationToken cancellationToken)
    {
        TableFile file = await TableFile.ReadAsync(arguments.Data, arguments.Id, cancellationToken);
        if (arguments.Drop.FirstOrDefault(column => !file.Columns.Contains(column)) is { } absent)
        {
            throw new FormatException($"The file has no column '{absent}' to drop. It has {string.Join(", ", file.Columns)}.");
        }

        // A row without a target teaches nothing, and a guess of it would teach what is wrong.
        string?[] target = file[arguments.Target];
        int[] rows = [.. Enumerable.Range(0, target.Length).Where(row => target[row] is not null)];
        HashSet<string> unused = [arguments.Target, .. arguments.Drop];
        var traits = TraitTable.Create(
            [.. rows.Select(row => file.Customers[row])],
            null,
            ValueList.From(file.Columns.Select((name, column) => (Name: name, Values: file.Values[column]))
                .Where(column => !unused.Contains(column.Name))
                .Select(column => TraitColumn.FromTexts(column.Name, [.. rows.Select(row => column.Values[row])]))));
        bool[] labels = new bool[rows.Length];
        foreach (int row in rows)
        {
            labels[traits.IndexOf(file.Customers[row])] = target[row] == arguments.Positive;
        }

        Folds folds = arguments.FoldsFile is { } given
            ? await ReadFoldsAsync(given, arguments.Id!, traits, cancellationToken)
            : Folds.Stratified(labels, arguments.Folds, arguments.Seed, traits.Customers);
        return new ChurnTable(traits, labels, folds, file.Rejected + target.Length - rows.Length);
    }

    public string Describe() => new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $"{Traits.Customers.Count:#,0} rows with {Traits.Columns.Count} traits ({string.Join(", ", Traits.Columns.GroupBy(static column => column.Definition.Kind).Select(static kind => $"{kind.Count()} {kind.Key.ToString().ToLowerInvariant()}"))}), {Rejected:#,0} rows left out")
        .ToString();

    private static async Task<Folds> ReadFoldsAsync(string path, string id, TraitTable traits, CancellationToken cancellationToken)
    {
        TableFile file = await TableFile.ReadAsync(path, id, cancellationToken);
        string?[] numbers = file[FoldColumn];
        int[] folds = new int[traits.Customers.Count];
        Array.Fill(folds, -1);
        for (int row = 0; row < numbers.Length; row++)
        {
            int customer = traits.IndexOf(file.Customers[row]);
            if (customer >= 0)
            {
                folds[customer] = int.TryParse(numbers[row], NumberStyles.None, CultureInfo.InvariantCulture, out int fold)
                    ? fold
                    : throw new FormatException(FormattableString.Invariant($"Row {row + 1} of the folds has no whole number in the column '{FoldColumn}'."));
            }
        }

        int missing = folds.Count(static fold => fold < 0);
        return missing == 0 ? Folds.Given(folds) : throw new FormatException(FormattableString.Invariant($"{missing} customers of the table have no fold. Give one for each, numbered from 0."));
    }
}
