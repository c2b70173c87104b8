namespace CustomerInsight.Models;

public sealed partial class PurchaseTable
{
    /// <summary>Makes numbers of the rows, for clustering and other models.</summary>
    /// <param name="features">Which, by the names in <see cref="PurchaseFeatures"/>; empty for <see cref="PurchaseFeatures.Default"/>.</param>
    /// <param name="withoutPurchases">Whether the customers of <see cref="WithoutPurchases"/> are rows, too: nothing bought, and <see cref="double.NaN"/> for what needs a purchase.</param>
    /// <returns>A row for each customer, in ordinal order.</returns>
    /// <exception cref="ArgumentException">A name is none of them, is given twice, or needs habits that the table has not.</exception>
    public FeatureMatrix ToFeatures(ValueList<string> features = default, bool withoutPurchases = false)
    {
        features = features.Count == 0 ? PurchaseFeatures.Default : features;
        Func<int, double>[] readers = [.. features.Select(ReaderOf)];
        List<(string Name, int Row)>? merged = withoutPurchases && WithoutPurchases.Count > 0 ? WithNobodies() : null;
        int rows = merged?.Count ?? _columns.Count;
        double[] values = new double[rows * readers.Length];
        string[] names = merged is null ? _columns.Customers : new string[rows];
        for (int i = 0; i < rows; i++)
        {
            (string name, int row) = merged is null ? (names[i], i) : merged[i];
            names[i] = name;
            for (int feature = 0; feature < readers.Length; feature++)
            {
                values[(i * readers.Length) + feature] = row < 0 ? FeatureReader.OfNobody(features[feature]) : readers[feature](row);
            }
        }

        return FeatureMatrix.Create(features, values, Array.AsReadOnly(names));
    }

    private Func<int, double> ReaderOf(string name)
    {
        if (_columns.Habits is null && PurchaseFeatures.OfHabits.Contains(name))
        {
            throw new ArgumentException($"The feature '{name}' is of the customers' habits, and the table was made without them. Make it with {nameof(PurchaseOptions)}.{nameof(PurchaseOptions.Habits)}.", nameof(name));
        }

        return FeatureReader.Of(_columns, AsOfDay?.DayNumber ?? 0, name)
            ?? throw new ArgumentException($"'{name}' is no feature of purchases. Use the names in {nameof(PurchaseFeatures)}, such as {PurchaseFeatures.RecencyDays}.", nameof(name));
    }

    /// <summary>All customers in ordinal order, each with its row; −1 for one without purchases.</summary>
    private List<(string Name, int Row)> WithNobodies()
    {
        var all = new List<(string Name, int Row)>(_columns.Count + WithoutPurchases.Count);
        int row = 0;
        foreach (string nobody in WithoutPurchases)
        {
            for (; row < _columns.Count && string.CompareOrdinal(_columns.Customers[row], nobody) < 0; row++)
            {
                all.Add((_columns.Customers[row], row));
            }

            all.Add((nobody, -1));
        }

        for (; row < _columns.Count; row++)
        {
            all.Add((_columns.Customers[row], row));
        }

        return all;
    }
}
