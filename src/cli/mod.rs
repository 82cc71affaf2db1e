//! The shell: arguments, dispatch, exit statuses. The only place that prints.
