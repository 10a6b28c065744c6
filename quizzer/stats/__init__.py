"""What the log says: retention, calibration, forecast, streaks."""
