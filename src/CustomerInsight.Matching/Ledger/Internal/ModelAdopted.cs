namespace CustomerInsight.Matching;

/// <summary>From here on, decisions were made with this model and these settings.</summary>
/// <param name="ModelHash">The model's hash.</param>
/// <param name="SettingsHash">The hash of the settings beside the model.</param>
internal sealed record ModelAdopted(string ModelHash, string SettingsHash) : LedgerEntry;
