using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CustomerInsight.Models;

/// <summary>How a model of churn, or of any other event, is learned.</summary>
public sealed class ChurnOptions
{
    /// <summary>Gets or sets the name of what is predicted, for reports.</summary>
    /// <value><c>churn</c>. Not blank.</value>
    [Required]
    public string Target { get; set; } = "churn";

    /// <summary>Gets or sets what is predicted, when and of whom, where labels are made of activities, as in a run; a panel has its labels already. After a <see cref="PurchaseStage"/>, whose options say what a purchase is, <see cref="LabelOptions.KeepZeroAmounts"/> is as there.</summary>
    /// <value>The defaults of <see cref="LabelOptions"/>: no purchase within 90 days.</value>
    [Required]
    [ValidateObjectMembers(typeof(LabelOptionsValidator))]
    public LabelOptions Labels { get; set; } = new();

    /// <summary>Gets or sets which classifier is taken.</summary>
    /// <value>Null: the one of the lower loss on rows it was not fitted on; logistic regression unless boosting is better by more than two standard errors.</value>
    [EnumDataType(typeof(ChurnClassifier))]
    public ChurnClassifier? Classifier { get; set; }

    /// <summary>Gets or sets how chances are calibrated, by predictions of rows that the classifier was not fitted on.</summary>
    /// <value><see cref="CalibrationKind.Platt"/>.</value>
    [EnumDataType(typeof(CalibrationKind))]
    public CalibrationKind Calibration { get; set; } = CalibrationKind.Platt;

    /// <summary>Gets or sets in how many folds customers are dealt to measure, choose and calibrate.</summary>
    /// <value>5. From 2 to 100.</value>
    [Range(2, 100)]
    public int Folds { get; set; } = Models.Folds.DefaultCount;

    /// <summary>Gets or sets whether with several cut-offs later ones are predicted by earlier ones, whose windows were over by then, as it will be in use.</summary>
    /// <value>
    /// True: as many folds for each of as many stretches of time, at most; rows of the first cut-offs are only learned from, and chances are measured uncalibrated where nothing earlier was
    /// predicted. False: folds of customers over all cut-offs, so that each row is measured, but by what was learned of the same time too. Where cut-offs lie too close together, or too few
    /// customers are left, it is as if false, with the warning <c>not-time-ordered</c>. Of no effect with one cut-off.
    /// </value>
    public bool TimeOrdered { get; set; } = true;

    /// <summary>Gets or sets the seed by which customers are dealt.</summary>
    /// <value>1. Any number; equal seeds give equal models.</value>
    public ulong Seed { get; set; } = 1;

    /// <summary>Gets or sets how many customers with the event there must be, and how many without; one of several cut-offs may be both.</summary>
    /// <value>50. From 5 to 1,000,000.</value>
    [Range(5, 1_000_000)]
    public int MinimumOfEachKind { get; set; } = 50;

    /// <summary>Gets or sets which purchase model, fitted on the purchases before the cut-off, gives the chance of being alive and the purchases to expect as further features.</summary>
    /// <value><see cref="PurchaseModelKind.ParetoNbd"/>; null for none. Where a snapshot has no purchases, or they are too few for it, there are no such features.</value>
    [EnumDataType(typeof(PurchaseModelKind))]
    public PurchaseModelKind? PurchaseModel { get; set; } = PurchaseModelKind.ParetoNbd;

    /// <summary>Gets or sets how traits become features; the style is that of each classifier.</summary>
    /// <value>The defaults of <see cref="FeatureEncoderOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(FeatureEncoderOptionsValidator))]
    public FeatureEncoderOptions Encoder { get; set; } = new();

    /// <summary>Gets or sets how the logistic regression is fitted.</summary>
    /// <value>The defaults of <see cref="LogisticOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(LogisticOptionsValidator))]
    public LogisticOptions Logistic { get; set; } = new();

    /// <summary>Gets or sets how trees are boosted.</summary>
    /// <value>The defaults of <see cref="BoostingOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(BoostingOptionsValidator))]
    public BoostingOptions Boosting { get; set; } = new();

    /// <summary>Gets or sets how many threads may learn; no result depends on it. Predicting uses all cores.</summary>
    /// <value>0, for as many as the machine has cores. From 0 to 1,024.</value>
    [Range(0, 1024)]
    public int MaxDegreeOfParallelism { get; set; }

    /// <summary>Gets or sets which traits are made of activities, in a run. Its horizon is that of <see cref="Labels"/>; after a <see cref="PurchaseStage"/> its <see cref="ActivityFeatureOptions.Purchases"/> are that stage's, but for <see cref="PurchaseOptions.Habits"/>, which is on where either says so.</summary>
    /// <value>The defaults of <see cref="ActivityFeatureOptions"/>.</value>
    [Required]
    [ValidateObjectMembers(typeof(ActivityFeatureOptionsValidator))]
    public ActivityFeatureOptions Features { get; set; } = new();

    /// <summary>Gets or sets at how many cut-offs, each a horizon before the one after, a run looks for customers whose outcome is known, at most.</summary>
    /// <value>1: the latest that has a whole window. From 1 to 100. More cut-offs are more to learn from, of other seasons too, but of older times.</value>
    [Range(1, 100)]
    public int CutOffs { get; set; } = 1;

    internal ChurnOptions Copy() => new()
    {
        Target = Target,
        Labels = Labels.Copy(),
        Classifier = Classifier,
        Calibration = Calibration,
        Folds = Folds,
        TimeOrdered = TimeOrdered,
        Seed = Seed,
        MinimumOfEachKind = MinimumOfEachKind,
        PurchaseModel = PurchaseModel,
        Encoder = Encoder.Copy(),
        Logistic = Logistic.Copy(),
        Boosting = Boosting.Copy(),
        Features = Features.Copy(),
        CutOffs = CutOffs,
        MaxDegreeOfParallelism = MaxDegreeOfParallelism,
    };
}
