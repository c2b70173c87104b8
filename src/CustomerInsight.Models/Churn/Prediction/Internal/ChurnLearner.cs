namespace CustomerInsight.Models;

/// <summary>Learns encoding and classifier from some of the rows.</summary>
internal sealed class ChurnLearner
{
    private readonly ChurnRows _rows;
    private readonly FeatureEncoder _encoder;
    private readonly LogisticEstimator? _logistic;
    private readonly BoostingEstimator? _boosting;

    public ChurnLearner(ChurnRows rows, ChurnClassifier classifier, ChurnOptions options)
    {
        _rows = rows;
        FeatureEncoderOptions encoder = options.Encoder.Copy();
        encoder.Style = classifier == ChurnClassifier.Logistic ? EncodingStyle.Linear : EncodingStyle.Trees;
        encoder.MaxDegreeOfParallelism = options.MaxDegreeOfParallelism;
        _encoder = new FeatureEncoder(encoder);
        if (classifier == ChurnClassifier.Logistic)
        {
            LogisticOptions logistic = options.Logistic.Copy();
            logistic.MaxDegreeOfParallelism = options.MaxDegreeOfParallelism;
            _logistic = new LogisticEstimator(logistic);
        }
        else
        {
            BoostingOptions boosting = options.Boosting.Copy();
            boosting.MaxDegreeOfParallelism = options.MaxDegreeOfParallelism;
            _boosting = new BoostingEstimator(boosting);
        }
    }

    /// <summary>Learns from rows that rise.</summary>
    public (FeatureEncoding? Encoding, IClassificationModel? Model, FitReport Report) Learn(ReadOnlySpan<int> rows, CancellationToken cancellationToken)
    {
        FitResult<FeatureEncoding> encoding = _rows.Panel.FitEncoding(_encoder, rows, cancellationToken);
        if (encoding.Model is null)
        {
            return (null, null, encoding.Report);
        }

        ClassificationData data = _rows.Panel.Encode(encoding.Model, rows, cancellationToken);
        (IClassificationModel? model, FitReport report) = _logistic is not null ? Of(_logistic.Fit(data, cancellationToken)) : Of(_boosting!.Fit(data, cancellationToken));
        return (encoding.Model, model, report with { Warnings = [.. encoding.Report.Warnings, .. report.Warnings] });
    }

    /// <summary>Predicts the rows of a fold that are not learned from.</summary>
    public FoldPrediction Predict(Fold fold, CancellationToken cancellationToken)
    {
        (FeatureEncoding? encoding, IClassificationModel? model, FitReport report) = Learn(fold.Train.AsSpan(), cancellationToken);
        if (model is null)
        {
            return new FoldPrediction(null, report);
        }

        double[] margins = new double[fold.Test.Count];
        model.Margins(_rows.Panel.Encode(encoding!, fold.Test.AsSpan(), cancellationToken).Features, margins, cancellationToken);
        return new FoldPrediction(margins, report);
    }

    private static (IClassificationModel? Model, FitReport Report) Of<TModel>(FitResult<TModel> fit)
        where TModel : class, IClassificationModel => (fit.Model, fit.Report);
}
