namespace CustomerInsight.Models;

public sealed partial class PurchaseTable
{
    /// <summary>Makes traits of the rows, for rule segments.</summary>
    /// <param name="customers">Whose traits, by their names; of one without purchases it is known that nothing was bought. Null for the customers of the table and of <see cref="WithoutPurchases"/>.</param>
    /// <returns>
    /// The numbers of <see cref="PurchaseFeatures"/> under their names, days of first and last purchase, and, where the table has habits, favourite category and channel
    /// and the most common of each (<see cref="RunTraitNames"/>).
    /// </returns>
    /// <exception cref="ArgumentException">Two customers have the same name, or one has none.</exception>
    public TraitTable ToTraits(IReadOnlyList<string>? customers = null)
    {
        customers ??= WithoutPurchases.Count > 0 ? [.. WithNobodies().Select(static customer => customer.Name)] : null;
        IReadOnlyList<string> names = customers ?? _columns.Customers;
        int[] rows = new int[names.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = customers is null ? i : OrdinalSearch.IndexOf(_columns.Customers, names[i] ?? string.Empty);
        }

        var columns = new List<TraitColumn>();
        foreach (string feature in _columns.Habits is null ? PurchaseFeatures.OfEveryTable : [.. PurchaseFeatures.OfEveryTable, .. PurchaseFeatures.OfHabits])
        {
            Func<int, double> read = ReaderOf(feature);
            double ofNobody = FeatureReader.OfNobody(feature);
            columns.Add(TraitColumn.Numbers(feature, Array.ConvertAll(rows, row => row < 0 ? ofNobody : read(row)), $"Purchases: {feature.Replace('_', ' ')}"));
        }

        columns.Add(TraitColumn.Dates(RunTraitNames.FirstPurchase, Array.ConvertAll(rows, row => row < 0 ? (DateOnly?)null : DateOnly.FromDayNumber(_columns.FirstDay[row])), "Day of the first purchase"));
        columns.Add(TraitColumn.Dates(RunTraitNames.LastPurchase, Array.ConvertAll(rows, row => row < 0 ? (DateOnly?)null : DateOnly.FromDayNumber(_columns.LastDay[row])), "Day of the last purchase"));
        if (_columns.Habits is { } habits)
        {
            PurchaseHabits? Of(int row) => row < 0 ? null : habits[row];
            columns.Add(TraitColumn.Texts(RunTraitNames.FavouriteCategory, Array.ConvertAll(rows, row => Of(row)?.FavouriteCategory), "Category of most purchases"));
            columns.Add(TraitColumn.TextSets(RunTraitNames.TopCategories, Array.ConvertAll(rows, row => Of(row)?.Categories.Select(static share => share.Name) ?? []), "Categories bought most"));
            columns.Add(TraitColumn.Texts(RunTraitNames.FavouriteChannel, Array.ConvertAll(rows, row => Of(row)?.FavouriteChannel), "Channel of most orders"));
            columns.Add(TraitColumn.TextSets(RunTraitNames.TopChannels, Array.ConvertAll(rows, row => Of(row)?.Channels.Select(static share => share.Name) ?? []), "Channels of most orders"));
        }

        return TraitTable.Create(names, AsOfDay, ValueList.From(columns));
    }
}
