namespace CustomerInsight.Matching;

/// <summary>From here on, decisions are made with this model and these settings; contents and kept pairs before count for nothing any more.</summary>
/// <param name="ModelHash">The model's hash.</param>
/// <param name="SettingsHash">The hash of the settings beside the model.</param>
internal sealed record ModelAdopted(string ModelHash, string SettingsHash) : LedgerEntry;
