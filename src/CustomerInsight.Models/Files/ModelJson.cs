using System.Text.Json.Serialization;

namespace CustomerInsight.Models;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(AliveChurnFile))]
[JsonSerializable(typeof(BgBbFile))]
[JsonSerializable(typeof(BgNbdFile))]
[JsonSerializable(typeof(BoostingFile))]
[JsonSerializable(typeof(BgNbdCovariateFile))]
[JsonSerializable(typeof(ParetoNbdCovariateFile))]
[JsonSerializable(typeof(GammaGammaFile))]
[JsonSerializable(typeof(ContractFile))]
[JsonSerializable(typeof(ChurnFile))]
[JsonSerializable(typeof(FeatureEncodingFile))]
[JsonSerializable(typeof(LifecycleFile))]
[JsonSerializable(typeof(LogisticFile))]
[JsonSerializable(typeof(KMeansFile))]
[JsonSerializable(typeof(DbscanFile))]
[JsonSerializable(typeof(GaussianMixtureFile))]
[JsonSerializable(typeof(HdbscanFile))]
[JsonSerializable(typeof(HierarchicalFile))]
[JsonSerializable(typeof(KMedoidsFile))]
[JsonSerializable(typeof(NbdFile))]
[JsonSerializable(typeof(ParetoNbdFile))]
[JsonSerializable(typeof(LifetimeValueFile))]
[JsonSerializable(typeof(RfmFile))]
[JsonSerializable(typeof(RfmSegmentRulesFile))]
internal sealed partial class ModelJson : JsonSerializerContext;
